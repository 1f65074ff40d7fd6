/** How people and programs prove who they are: passwords, keys and their digests. */
package org.polydesk.adapter.persistence.identity;
