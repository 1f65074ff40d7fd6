/**
 * The Tikting dialect: JWT bearer tokens, forms in, camel-case JSON out, RFC 9457 problems for
 * errors. It translates and decides nothing. Source: docs/dialects/tikting.md.
 */
package org.polydesk.adapter.rest.tikting;
