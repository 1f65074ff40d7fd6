/** Who calls through the Panel dialect: clients, by the token of their account. */
package org.polydesk.adapter.rest.simple.panel.identity;
