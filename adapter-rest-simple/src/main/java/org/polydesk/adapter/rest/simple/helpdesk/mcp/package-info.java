/** The desk as a set of tools for programs that speak to models. */
package org.polydesk.adapter.rest.simple.helpdesk.mcp;
