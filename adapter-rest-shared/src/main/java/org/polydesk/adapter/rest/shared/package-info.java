/**
 * The desk's front office: what is read or rendered once for every dialect. The path of a request
 * picks its {@link org.polydesk.adapter.rest.shared.ApiDialect}; the dialect says who is calling,
 * how large a body may be and what a refusal looks like; everything a client sent is handed on as
 * one map of parameters and a list of files that have been put aside, so that no controller knows
 * about encodings.
 */
package org.polydesk.adapter.rest.shared;
