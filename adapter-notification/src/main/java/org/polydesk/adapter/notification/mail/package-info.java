/** Mail by SMTP. */
package org.polydesk.adapter.notification.mail;
