/**
 * The Tikting dialect as its clients meet it: a whole server, asked over HTTP, on both databases.
 * What is expected stands in docs/dialects/tikting.md; each test names the section.
 */
package org.polydesk.bootstrap.tikting;
