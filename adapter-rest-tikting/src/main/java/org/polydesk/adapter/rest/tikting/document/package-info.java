/**
 * What the dialect's OpenAPI document says beyond the signatures: the answers that many operations
 * share, the shapes of members, and the bodies that are read by hand. Nothing here is there when
 * the desk runs.
 */
package org.polydesk.adapter.rest.tikting.document;
