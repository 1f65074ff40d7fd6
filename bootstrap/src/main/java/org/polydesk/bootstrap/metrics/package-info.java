/** Figures for those who watch the server. */
package org.polydesk.bootstrap.metrics;
