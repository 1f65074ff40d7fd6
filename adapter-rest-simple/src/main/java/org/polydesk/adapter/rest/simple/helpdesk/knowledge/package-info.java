/** Canned answers and articles of the Helpdesk dialect. */
package org.polydesk.adapter.rest.simple.helpdesk.knowledge;
