/** The people the desk knows. */
package org.polydesk.application.user;
