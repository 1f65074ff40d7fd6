package org.polydesk.bootstrap.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Every setting that the server knows: the one place where they are named. */
public final class Settings {
  /** How log lines are written. */
  public enum LogFormat {
    TEXT,
    JSON
  }

  /** How the way to a mail server is protected. */
  public enum MailSecurity {
    STARTTLS,
    TLS,
    NONE
  }

  /** How answers of the Tikting dialect spell their members. */
  public enum JsonCasing {
    DOCUMENTED,
    CAMEL
  }

  /** The least important line that is still written. */
  public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  public static final Setting<String> HTTP_HOST =
      new Setting<>(
          "http.host",
          "0.0.0.0",
          "Address to listen on; `demo` listens on 127.0.0.1 unless told otherwise",
          ValueKind.text("a host name or an IP address"));

  public static final Setting<Integer> HTTP_PORT =
      new Setting<>(
          "http.port",
          "8080",
          "Port to listen on; 0 takes any that is free",
          ValueKind.number(0, 65_535));

  public static final Setting<List<String>> HTTP_TRUSTED_PROXIES =
      new Setting<>(
          "http.trusted-proxies",
          "",
          "Proxies whose `X-Forwarded-…` headers are believed, `*` for all; nobody's when empty",
          ValueKind.addresses());

  public static final Setting<Integer> HTTP_MAX_REQUEST_BYTES =
      new Setting<>(
          "http.max-request-bytes",
          "30000000",
          "Largest request that is taken, in bytes; a larger one is answered with 413",
          ValueKind.number(1_000, 2_000_000_000));

  public static final Setting<URI> PUBLIC_BASE_URL =
      new Setting<>(
          "public-base-url",
          "",
          "Address under which clients reach the desk, for links in mails and answers; "
              + "the one that each request names when empty",
          ValueKind.webAddress());

  public static final Setting<Path> DATA_DIR =
      new Setting<>(
          "data.dir",
          "data",
          "Directory of the H2 database, the attachments and the generated key; `demo` keeps "
              + "everything in memory and in a directory of its own unless told otherwise",
          ValueKind.directory());

  public static final Setting<DatabaseAddress> DATABASE_URL =
      new Setting<>(
          "database.url",
          "",
          "PostgreSQL database to use, `postgresql://host:5432/name` with or without `jdbc:`; "
              + "an H2 database in the data directory when empty",
          ValueKind.database());

  public static final Setting<String> DATABASE_USER =
      new Setting<>(
          "database.user",
          "",
          "Name with which the PostgreSQL database is opened",
          ValueKind.text("a name"));

  public static final Setting<String> DATABASE_PASSWORD =
      new Setting<>(
          "database.password",
          "",
          "Password that goes with `database.user`",
          ValueKind.secret(0, 1_000));

  public static final Setting<Integer> DATABASE_POOL_SIZE =
      new Setting<>(
          "database.pool-size",
          "",
          "Connections to the database; twice the number of processors, at least 4, when empty",
          ValueKind.number(2, 500));

  public static final Setting<byte[]> JWT_KEY =
      new Setting<>(
          "jwt.key",
          "",
          "Key that signs log-in tokens; when empty it is made once and kept in the data directory. "
              + "Several nodes need the same one",
          ValueKind.key());

  public static final Setting<byte[]> SECRET_KEY =
      new Setting<>(
          "secret.key",
          "",
          "Key under which tokens and API keys are hashed; when empty it is made once and kept in the"
              + " data directory. Several nodes need the same one",
          ValueKind.key());

  public static final Setting<String> ADMIN_PASSWORD =
      new Setting<>(
          "admin.password",
          "",
          "Password of the first administrator, read when the database is empty; "
              + "one is made up and printed once when empty",
          ValueKind.secret(8, 200));

  public static final Setting<Integer> AUTH_TOKEN_DAYS =
      new Setting<>(
          "auth.token-days",
          "7",
          "Days that a log-in token of the Tikting dialect is good for, from the moment it is given "
              + "out",
          ValueKind.number(1, 365));

  public static final Setting<Integer> AUTH_LOCKOUT_ATTEMPTS =
      new Setting<>(
          "auth.lockout-attempts",
          "5",
          "Wrong passwords in a row that lock an account at the log-in of the Tikting dialect",
          ValueKind.number(1, 1_000));

  public static final Setting<Integer> AUTH_LOCKOUT_MINUTES =
      new Setting<>(
          "auth.lockout-minutes",
          "5",
          "How long that account stays locked",
          ValueKind.number(1, 1_440));

  public static final Setting<Integer> TIKTING_MAX_LIST_LENGTH =
      new Setting<>(
          "tikting.max-list-length",
          "500",
          "Most tickets on a page of the Tikting dialect's lists; a larger `length` is cut to it",
          ValueKind.number(1, 10_000));

  public static final Setting<JsonCasing> TIKTING_JSON_CASING =
      new Setting<>(
          "tikting.json-casing",
          "documented",
          "How the Tikting dialect answers a new ticket: `documented` with its id as `id` and, for "
              + "the guide's example, as `Id`; `camel` with `id` alone",
          ValueKind.oneOf(JsonCasing.class));

  public static final Setting<Integer> FILES_MAX_PER_REQUEST =
      new Setting<>(
          "files.max-per-request",
          "20",
          "Most files that one request may bring",
          ValueKind.number(1, 1_000));

  public static final Setting<List<String>> FILES_ALLOWED_EXTENSIONS =
      new Setting<>(
          "files.allowed-extensions",
          "pdf,doc,docx,xls,xlsx,ppt,pptx,txt,csv,log,rtf,odt,ods,png,jpg,jpeg,gif,bmp,webp,zip,7z,"
              + "eml,msg",
          "Extensions of the files that may be attached",
          ValueKind.extensions());

  public static final Setting<Boolean> LIMITS_ENABLED =
      new Setting<>(
          "limits.enabled",
          "true",
          "Whether callers that send too many requests are held back; `demo` does so with "
              + "`--limits` only",
          ValueKind.yesOrNo());

  public static final Setting<Boolean> LIMITS_SHARED =
      new Setting<>(
          "limits.shared",
          "true",
          "Whether all nodes on one PostgreSQL database count requests together; a node on its own "
              + "saves a statement a request by `false`. In H2 each process counts in memory",
          ValueKind.yesOrNo());

  public static final Setting<Integer> LIMITS_HELPDESK =
      new Setting<>(
          "limits.helpdesk",
          "90",
          "Calls a minute that a user may make of each Helpdesk method",
          ValueKind.number(1, 1_000_000));

  public static final Setting<Integer> LIMITS_HELPDESK_SEARCH =
      new Setting<>(
          "limits.helpdesk-search",
          "60",
          "Calls a minute of each of the Helpdesk methods Search and UserByEmail",
          ValueKind.number(1, 1_000_000));

  public static final Setting<Boolean> METRICS_ENABLED =
      new Setting<>(
          "metrics.enabled",
          "false",
          "Whether `/metrics` tells figures in the format of Prometheus to whoever asks",
          ValueKind.yesOrNo());

  public static final Setting<String> MAIL_HOST =
      new Setting<>(
          "mail.host",
          "",
          "Mail server by which the desk tells people; no mail is sent when empty",
          ValueKind.text("a host name or an IP address"));

  public static final Setting<Integer> MAIL_PORT =
      new Setting<>("mail.port", "587", "Port of the mail server", ValueKind.number(1, 65_535));

  public static final Setting<MailSecurity> MAIL_SECURITY =
      new Setting<>(
          "mail.security",
          "starttls",
          "How the way to the mail server is protected; certificates are judged as the JDK does",
          ValueKind.oneOf(MailSecurity.class));

  public static final Setting<String> MAIL_USER =
      new Setting<>(
          "mail.user",
          "",
          "User of the mail server; nobody logs in when empty",
          ValueKind.text("a user name"));

  public static final Setting<String> MAIL_PASSWORD =
      new Setting<>("mail.password", "", "His password", ValueKind.secret(1, 1_000));

  public static final Setting<String> MAIL_FROM =
      new Setting<>(
          "mail.from",
          "",
          "The desk's own address; needed with `mail.host`",
          ValueKind.mailAddress());

  public static final Setting<String> MAIL_REPLY_TO =
      new Setting<>(
          "mail.reply-to",
          "",
          "Address for answers, to which `+desk.ticket` is added before the at sign; "
              + "`mail.from` when empty",
          ValueKind.mailAddress());

  public static final Setting<String> MAIL_SENDER_NAME =
      new Setting<>(
          "mail.sender-name", "Help desk", "Name beside that address", ValueKind.text("a name"));

  public static final Setting<Integer> MAIL_TIMEOUT_SECONDS =
      new Setting<>(
          "mail.timeout-seconds",
          "20",
          "How long each step of a talk with the mail server may take",
          ValueKind.number(1, 60));

  public static final Setting<Path> MAIL_TEMPLATES =
      new Setting<>(
          "mail.templates",
          "",
          "Directory with templates of your own: `mail.html`, `mail.txt`, "
              + "`sentences_en.properties`; what is not there is taken from the product",
          ValueKind.directory());

  public static final Setting<Integer> MAIL_MAX_FILE_BYTES =
      new Setting<>(
          "mail.max-file-bytes",
          "20000000",
          "Bytes of files that go with one mail; what does not fit is named only",
          ValueKind.number(0, 1_000_000_000));

  public static final Setting<URI> TPI_URL =
      new Setting<>(
          "tpi.url",
          "",
          "Address that is called when a ticket is resolved, closed or reopened; "
              + "nothing is called when empty",
          ValueKind.webAddress());

  public static final Setting<String> TPI_SECRET =
      new Setting<>(
          "tpi.secret",
          "",
          "Secret by which those calls are signed; needed with `tpi.url`",
          ValueKind.secret(16, 1_000));

  public static final Setting<Boolean> TPI_ALLOW_PRIVATE =
      new Setting<>(
          "tpi.allow-private",
          "false",
          "Whether `tpi.url` may lead to this computer or a private network",
          ValueKind.yesOrNo());

  public static final Setting<Path> PUSH_ACCOUNT =
      new Setting<>(
          "push.account",
          "",
          "JSON file of the service account by which the desk pushes to devices (Firebase Cloud "
              + "Messaging); nothing is pushed when empty",
          new ValueKind<>("the path of a file", ValueKind.directory().reader(), false));

  public static final Setting<URI> PUSH_BASE_URL =
      new Setting<>(
          "push.base-url",
          "https://fcm.googleapis.com",
          "Address of the push service",
          ValueKind.webAddress());

  public static final Setting<Integer> LIMITS_TAAS =
      new Setting<>(
          "limits.taas",
          "100",
          "Calls that a Taas key may make in `limits.taas-window`",
          ValueKind.number(1, 1_000_000));

  public static final Setting<Integer> LIMITS_TAAS_WINDOW =
      new Setting<>(
          "limits.taas-window",
          "60",
          "Seconds after its first call that a Taas key has all its calls again",
          ValueKind.number(1, 86_400));

  public static final Setting<Integer> LIMITS_PANEL_TICKETS =
      new Setting<>(
          "limits.panel-tickets",
          "2",
          "Tickets a minute that may be opened with a Panel token",
          ValueKind.number(1, 1_000_000));

  public static final Setting<Integer> LIMITS_PANEL_COMMENTS =
      new Setting<>(
          "limits.panel-comments",
          "60",
          "Comments and reopenings a minute with a Panel token",
          ValueKind.number(1, 1_000_000));

  public static final Setting<Integer> LIMITS_PANEL_UPLOADS =
      new Setting<>(
          "limits.panel-uploads",
          "20",
          "Files a minute that may be uploaded with a Panel token",
          ValueKind.number(1, 1_000_000));

  public static final Setting<ZoneId> SYSTEM_TIME_ZONE =
      new Setting<>(
          "system.time-zone",
          "UTC",
          "Time zone of a new desk and of users who chose none",
          ValueKind.zone());

  public static final Setting<LogFormat> LOG_FORMAT =
      new Setting<>(
          "log.format",
          "text",
          "How log lines are written to the standard error stream",
          ValueKind.oneOf(LogFormat.class));

  public static final Setting<LogLevel> LOG_LEVEL =
      new Setting<>(
          "log.level", "info", "Least important log line written", ValueKind.oneOf(LogLevel.class));

  public static final Setting<Boolean> LOG_ACCESS =
      new Setting<>(
          "log.access",
          "true",
          "Whether each request is logged, without its secrets",
          ValueKind.yesOrNo());

  public static final Setting<Duration> SHUTDOWN_GRACE_SECONDS =
      new Setting<>(
          "shutdown.grace-seconds",
          "30",
          "How long running requests may take to finish when the server is stopped",
          ValueKind.seconds(0, 3_600));

  private static final List<Setting<?>> ALL =
      List.of(
          HTTP_HOST,
          HTTP_PORT,
          HTTP_TRUSTED_PROXIES,
          HTTP_MAX_REQUEST_BYTES,
          PUBLIC_BASE_URL,
          DATA_DIR,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          DATABASE_POOL_SIZE,
          JWT_KEY,
          SECRET_KEY,
          ADMIN_PASSWORD,
          AUTH_TOKEN_DAYS,
          AUTH_LOCKOUT_ATTEMPTS,
          AUTH_LOCKOUT_MINUTES,
          TIKTING_MAX_LIST_LENGTH,
          TIKTING_JSON_CASING,
          FILES_MAX_PER_REQUEST,
          FILES_ALLOWED_EXTENSIONS,
          LIMITS_ENABLED,
          LIMITS_SHARED,
          LIMITS_HELPDESK,
          LIMITS_HELPDESK_SEARCH,
          LIMITS_TAAS,
          LIMITS_TAAS_WINDOW,
          LIMITS_PANEL_TICKETS,
          LIMITS_PANEL_COMMENTS,
          LIMITS_PANEL_UPLOADS,
          METRICS_ENABLED,
          MAIL_HOST,
          MAIL_PORT,
          MAIL_SECURITY,
          MAIL_USER,
          MAIL_PASSWORD,
          MAIL_FROM,
          MAIL_REPLY_TO,
          MAIL_SENDER_NAME,
          MAIL_TIMEOUT_SECONDS,
          MAIL_TEMPLATES,
          MAIL_MAX_FILE_BYTES,
          TPI_URL,
          TPI_SECRET,
          TPI_ALLOW_PRIVATE,
          PUSH_ACCOUNT,
          PUSH_BASE_URL,
          SYSTEM_TIME_ZONE,
          LOG_FORMAT,
          LOG_LEVEL,
          LOG_ACCESS,
          SHUTDOWN_GRACE_SECONDS);

  private Settings() {}

  /** All settings, in the order in which they are explained to people. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  static Optional<Setting<?>> named(String name) {
    return ALL.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  static Optional<Setting<?>> ofVariable(String variable) {
    return ALL.stream().filter(s -> s.variable().equals(variable)).findFirst();
  }
}
