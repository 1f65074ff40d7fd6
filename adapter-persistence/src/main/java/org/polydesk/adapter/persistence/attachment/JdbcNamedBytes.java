package org.polydesk.adapter.persistence.attachment;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.attachment.out.NamedBytes;
import org.polydesk.domain.attachment.Digest;

/** By the index of digests. */
@Singleton
final class JdbcNamedBytes implements NamedBytes {
  private static final String AMONG =
      "select distinct digest from attachment where digest = any (?)";

  private final Database database;

  JdbcNamedBytes(Database database) {
    this.database = database;
  }

  @Override
  public Set<Digest> among(Collection<Digest> digests) {
    String[] texts = digests.stream().map(Digest::hex).toArray(String[]::new);
    return Set.copyOf(
        database.list(AMONG, bound -> bound.texts(texts), row -> new Digest(row.text("digest"))));
  }
}
