/**
 * Files and links that belong to a ticket, and the rules about which files a desk takes. The bytes
 * are kept apart, under their digest.
 */
package org.polydesk.domain.attachment;
