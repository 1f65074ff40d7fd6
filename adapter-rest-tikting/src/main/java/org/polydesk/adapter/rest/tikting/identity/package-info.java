/** Logging in and being recognised by a token. */
package org.polydesk.adapter.rest.tikting.identity;
