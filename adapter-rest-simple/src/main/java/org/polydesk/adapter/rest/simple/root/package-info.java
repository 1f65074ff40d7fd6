/** Paths that two dialects share, when nothing tells which one is meant. */
package org.polydesk.adapter.rest.simple.root;
