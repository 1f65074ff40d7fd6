/** Two small APIs behind the real edge, for its tests. */
package org.polydesk.adapter.rest.shared.server;
