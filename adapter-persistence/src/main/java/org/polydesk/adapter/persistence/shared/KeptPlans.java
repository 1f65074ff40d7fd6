package org.polydesk.adapter.persistence.shared;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * Has PostgreSQL plan each prepared statement once for each connection. Left to itself it compares
 * its estimates, and for the lists of a large desk comes to plan them anew for every page, which
 * takes many times as long as to read the page. No statement but a search needs another plan for
 * other values: each begins with a key, or is written so that one index answers it.
 */
@Singleton
final class KeptPlans implements BeanCreatedEventListener<DatasourceConfiguration> {
  static final String KEEP = "set plan_cache_mode = force_generic_plan";
  static final String PLAN_ANEW = "set plan_cache_mode = force_custom_plan";

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration database = event.getBean();
    if (database.getUrl().startsWith("jdbc:postgresql:")) {
      database.setConnectionInitSql(KEEP);
    }
    return database;
  }
}
