/**
 * Sends requests to a running desk as fast as it answers and tells how fast that was. One thread
 * serves all connections, so that the desk keeps the processors.
 */
package org.polydesk.benchmarks.load;
