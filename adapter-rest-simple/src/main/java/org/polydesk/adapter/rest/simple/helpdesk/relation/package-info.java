/** What tickets have to do with each other, in the words of the Helpdesk dialect. */
package org.polydesk.adapter.rest.simple.helpdesk.relation;
