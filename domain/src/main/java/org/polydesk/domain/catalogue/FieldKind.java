package org.polydesk.domain.catalogue;

/** What kind of values a custom field holds. */
public enum FieldKind {
  /** One line of text. */
  TEXT,
  /** Text of any number of lines. */
  MULTILINE_TEXT,
  /** A day. */
  DATE,
  /** One of the field's options, or several where the field allows it. */
  DROP_DOWN,
  /** Yes or no. */
  CHECKBOX,
  /** People, chosen from a directory. */
  PEOPLE,
  /** People, given by their addresses. */
  EMAILS
}
