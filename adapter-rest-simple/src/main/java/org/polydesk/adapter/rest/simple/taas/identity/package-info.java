/** Who calls through the Taas dialect: programs, by a key of their desk. */
package org.polydesk.adapter.rest.simple.taas.identity;
