/** Comments as clients see them in a control panel. */
package org.polydesk.adapter.rest.simple.panel.conversation;
