/**
 * One running desk: where it keeps its things, how the settings reach the parts that need them, its
 * start, its end, and what it tells those who watch over it.
 */
package org.polydesk.bootstrap.server;
