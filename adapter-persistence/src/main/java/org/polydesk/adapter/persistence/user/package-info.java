/** The people the desks know. */
package org.polydesk.adapter.persistence.user;
