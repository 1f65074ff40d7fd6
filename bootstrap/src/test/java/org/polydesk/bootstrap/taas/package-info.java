/**
 * The Taas dialect as its clients meet it: a whole server, asked over HTTP, on both databases. What
 * is expected stands in docs/dialects/taas.md.
 */
package org.polydesk.bootstrap.taas;
