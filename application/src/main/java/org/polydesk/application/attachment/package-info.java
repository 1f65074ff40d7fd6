/** Files that come with tickets, and where their bytes are kept. */
package org.polydesk.application.attachment;
