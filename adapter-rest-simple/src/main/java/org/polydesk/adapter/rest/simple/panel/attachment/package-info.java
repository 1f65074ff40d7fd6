/** The file store of a control panel. */
package org.polydesk.adapter.rest.simple.panel.attachment;
