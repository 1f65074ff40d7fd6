package org.polydesk.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.polydesk.bootstrap.settings.Settings.LogFormat;
import org.polydesk.bootstrap.settings.Settings.LogLevel;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Sends log lines to the standard error stream, so that the standard output carries nothing but the
 * answers of commands. A line tells the request id as {@code requestId}.
 */
public final class LogSetup {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger{24} [%X{requestId:--}] "
          + "%msg%n";

  /** Logs a failure to listen with its stack; the start says the same in one sentence. */
  private static final String TOLD_BY_THE_START = "io.micronaut.http.server.netty.NettyHttpServer";

  private LogSetup() {}

  /** Applies {@code format} and {@code level} to every line from now on. */
  public static void apply(LogFormat format, LogLevel level) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      context.reset();
      configure(context, format, level);
    }
  }

  static void configure(LoggerContext context, LogFormat format, LogLevel level) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(encoder(context, format));
    console.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(ofLibraries(level));
    root.addAppender(console);
    if (root.getLevel().isGreaterOrEqual(Level.WARN)) {
      context.getLogger(TOLD_BY_THE_START).setLevel(Level.OFF);
    }
    context.getLogger("org.polydesk").setLevel(Level.valueOf(level.name()));
  }

  /** Libraries talk more than we do, so they are held one step back. */
  private static Level ofLibraries(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.ERROR;
      case WARN, INFO -> Level.WARN;
      case DEBUG, TRACE -> Level.INFO;
    };
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
    return switch (format) {
      case TEXT -> {
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(LINE);
        text.start();
        yield text;
      }
      case JSON -> {
        JsonEncoder json = new JsonEncoder();
        json.setContext(context);
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        json.setWithContext(false);
        json.setWithArguments(false);
        json.setWithMessage(false);
        json.setWithFormattedMessage(true);
        json.start();
        yield json;
      }
    };
  }
}
