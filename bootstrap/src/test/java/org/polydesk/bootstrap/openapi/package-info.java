/** Holds a whole desk to what the OpenAPI documents of its dialects say. */
package org.polydesk.bootstrap.openapi;
