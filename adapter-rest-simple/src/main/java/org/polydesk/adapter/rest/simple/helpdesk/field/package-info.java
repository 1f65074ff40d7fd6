/** Custom fields through the helpdesk dialect. */
package org.polydesk.adapter.rest.simple.helpdesk.field;
