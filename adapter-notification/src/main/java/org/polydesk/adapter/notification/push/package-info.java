/** Push messages to the devices of people, by Firebase Cloud Messaging. */
package org.polydesk.adapter.notification.push;
