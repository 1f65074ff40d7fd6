/** What the desks know: canned answers and articles. */
package org.polydesk.adapter.persistence.knowledge;
