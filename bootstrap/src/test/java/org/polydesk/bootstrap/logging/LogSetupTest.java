package org.polydesk.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polydesk.bootstrap.settings.Settings.LogFormat;
import org.polydesk.bootstrap.settings.Settings.LogLevel;

final class LogSetupTest {
  private static final Instant AT = Instant.parse("2026-03-04T10:00:00.123Z");

  @Test
  void jsonShouldBeOneObjectALineWithTheRequestId() throws IOException {
    String line = lineIn(LogFormat.JSON);

    JsonNode json = new ObjectMapper().readTree(line);
    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertEquals("INFO", json.path("level").asText());
    assertEquals("Hello \"you\"\n", json.path("formattedMessage").asText());
    assertEquals("r-1", json.path("mdc").path("requestId").asText());
    assertEquals(AT.toEpochMilli(), json.path("timestamp").asLong());
  }

  @Test
  void textShouldTellTheInstantInUtcAndTheRequestId() {
    String line = lineIn(LogFormat.TEXT);

    assertTrue(line.startsWith("2026-03-04T10:00:00.123Z INFO "), line);
    assertTrue(line.contains("[r-1]"), line);
  }

  @Test
  void configureShouldHoldLibrariesBack() {
    LoggerContext context = new LoggerContext();

    LogSetup.configure(context, LogFormat.TEXT, LogLevel.INFO);

    assertEquals(Level.INFO, context.getLogger("org.polydesk.x").getEffectiveLevel());
    assertEquals(Level.WARN, context.getLogger("io.netty").getEffectiveLevel());
  }

  private static String lineIn(LogFormat format) {
    LoggerContext context = new LoggerContext();
    LogSetup.configure(context, format, LogLevel.INFO);
    Logger logger = context.getLogger("org.polydesk.test");
    LoggingEvent event =
        new LoggingEvent("", logger, Level.INFO, "Hello \"{}\"\n", null, new Object[] {"you"});
    event.setInstant(AT);
    event.setMDCPropertyMap(Map.of("requestId", "r-1"));
    var console =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
    return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
