/** What is to be told to people and systems, later. */
package org.polydesk.application.outbox;
