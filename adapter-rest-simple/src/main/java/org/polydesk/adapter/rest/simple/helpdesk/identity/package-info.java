/** Who calls through the Helpdesk dialect: people, by password or by a token of their own. */
package org.polydesk.adapter.rest.simple.helpdesk.identity;
