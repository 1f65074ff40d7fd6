package org.polydesk.adapter.rest.tikting.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: docs/dialects/tikting.md, section "What is read and written". */
final class WireDatesTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2026-03-04T10:00:00, 2026-03-04T09:00:00Z",
    "Europe/Paris, 2026-07-04, 2026-07-03T22:00:00Z",
    "Europe/Paris, 2026-03-29T02:30:00, 2026-03-29T01:00:00Z",
    "Europe/Paris, 2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
    "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z",
    "America/Sao_Paulo, 2018-11-04T00:15, 2018-11-04T03:00:00Z",
    "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z",
    "UTC, 2026-03-04T10:00:00+02:00, 2026-03-04T08:00:00Z",
    "UTC, 2026-03-04T10:00:00+0200, 2026-03-04T08:00:00Z",
    "UTC, 2026-03-04T10:00+02, 2026-03-04T08:00:00Z",
    "UTC, 2026-03-04T10:00:00.5-0330, 2026-03-04T13:30:00.500Z",
    "UTC, 2026-03-04T10:00:00z, 2026-03-04T10:00:00Z",
    "UTC, 2026-03-04T10:00:00+2, ",
    "UTC, 2026-03-04T10:00:00+02:0, ",
    "UTC, 2026-03-04T10:00:00+02:00Z, ",
    "UTC, 2026-03-04T10:00:00+19:00, ",
    "UTC, 2026-03-04T10:00:00 +02:00, ",
    "UTC, 2026-03-04T10, ",
    "UTC, 0000-01-01, "
  })
  void aDateShouldBeTheInstantThatItMeans(String zone, String text, Instant expected) {
    assertEquals(Optional.ofNullable(expected), WireDates.read(text, ZoneId.of(zone)));
  }
}
