package org.polydesk.adapter.persistence.shared;

import java.sql.SQLException;

/** A row with the same key is there already. Repositories say what that means. */
public final class DuplicateKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String index;

  DuplicateKeyException(String index, SQLException cause) {
    super("duplicate key in " + index, cause);
    this.index = index;
  }

  /** Whether it was this index that refused. */
  public boolean isOf(String name) {
    return index.equals(name);
  }
}
