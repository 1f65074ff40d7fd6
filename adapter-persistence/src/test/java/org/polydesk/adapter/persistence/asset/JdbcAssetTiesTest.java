package org.polydesk.adapter.persistence.asset;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.asset.out.AssetTiesContract;

final class JdbcAssetTiesTest {
  @Nested
  final class InH2 extends OnH2 implements AssetTiesContract {}

  @Nested
  final class InPostgres extends OnPostgres implements AssetTiesContract {}
}
