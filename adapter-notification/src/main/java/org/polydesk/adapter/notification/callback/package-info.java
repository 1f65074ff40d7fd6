/** Calls to other systems' addresses. */
package org.polydesk.adapter.notification.callback;
