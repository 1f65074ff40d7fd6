package org.polydesk.application.attachment;

/** What becomes of files that a desk does not take. */
public enum UnfitFiles {
  /** They are left out, and so are empty ones; the rest of the request stands. */
  SKIPPED,
  /** They refuse the request; empty files are files. */
  REFUSED
}
