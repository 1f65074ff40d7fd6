package org.polydesk.adapter.rest.shared;

/** How a request's body is encoded. */
public enum BodyKind {
  /** There is none, whatever the content type says. */
  NONE,
  /** {@code application/x-www-form-urlencoded}. */
  FORM,
  /** {@code multipart/form-data}. */
  MULTIPART,
  /** {@code application/json} and types that end in {@code +json}. */
  JSON,
  /** Anything else, or no content type at all. */
  OTHER
}
