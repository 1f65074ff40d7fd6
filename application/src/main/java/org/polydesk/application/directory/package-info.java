/** Tells doors who the people are that tickets speak of. */
package org.polydesk.application.directory;
