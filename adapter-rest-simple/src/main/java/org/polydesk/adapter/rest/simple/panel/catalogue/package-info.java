/** What tickets can be about, in a control panel. */
package org.polydesk.adapter.rest.simple.panel.catalogue;
