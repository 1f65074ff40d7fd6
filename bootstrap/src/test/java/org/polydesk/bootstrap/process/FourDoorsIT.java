package org.polydesk.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.adapter.persistence.testing.TestDatabase;

/**
 * Sixteen clients write through all four doors of a node on PostgreSQL, which is killed in the
 * middle and started again. {@code -Drush.seconds=60} has them go on for a minute.
 */
final class FourDoorsIT {
  @TempDir private Path directory;

  @Test
  void whatFourDoorsAcknowledgedShouldBeThereAfterAKill() throws Exception {
    Map<String, String> settings =
        Map.of(
            "POLYDESK_DATABASE_URL",
            TestDatabase.postgres().url(),
            "POLYDESK_LIMITS_ENABLED",
            "false");

    Rush.Outcome outcome =
        new Rush(directory, settings, Duration.ofSeconds(Integer.getInteger("rush.seconds", 6)))
            .run();

    System.out.println("four doors: " + outcome);
    assertEquals(List.of(), outcome.serverErrors());
    assertEquals(List.of(), outcome.lost());
    assertTrue(outcome.acknowledgedByDoor().values().stream().allMatch(count -> count > 0));
  }
}
