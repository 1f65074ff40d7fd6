package org.polydesk.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polydesk.adapter.persistence.testing.TestDatabase;

/** What was acknowledged is there, whatever becomes of the process. */
final class KillIT {
  private static final int ROUNDS = 3;
  private static final int TICKETS_A_ROUND = 40;

  @TempDir private Path directory;

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of("H2 file", Map.of()),
        Arguments.of("PostgreSQL", Map.of("POLYDESK_DATABASE_URL", TestDatabase.postgres().url())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void killShouldLoseNothingThatWasAcknowledged(String name, Map<String, String> settings)
      throws Exception {
    KillRounds.Outcome outcome = new KillRounds(directory, settings, TICKETS_A_ROUND).run(ROUNDS);

    assertEquals(List.of(), outcome.lost());
    assertTrue(outcome.acknowledged() >= ROUNDS * TICKETS_A_ROUND);
  }
}
