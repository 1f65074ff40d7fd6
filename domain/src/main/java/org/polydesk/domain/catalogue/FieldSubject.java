package org.polydesk.domain.catalogue;

/** What a custom field says something about. */
public enum FieldSubject {
  TICKET,
  USER,
  COMPANY,
  ASSET
}
