/** What the desk knows: canned answers for its own people, articles for everybody. */
package org.polydesk.application.knowledge;
