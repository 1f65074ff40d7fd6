/** The one clock that every part of the desk reads, and the one that a demo lets people set. */
package org.polydesk.bootstrap.clock;
