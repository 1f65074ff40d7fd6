/** Where the bytes of files are. */
package org.polydesk.adapter.persistence.attachment;
