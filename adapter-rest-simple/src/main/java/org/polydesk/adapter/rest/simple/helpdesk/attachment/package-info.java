/** Files in the words of the Helpdesk dialect. */
package org.polydesk.adapter.rest.simple.helpdesk.attachment;
