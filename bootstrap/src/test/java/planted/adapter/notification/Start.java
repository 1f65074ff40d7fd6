package planted.adapter.notification;

import planted.bootstrap.Begin;

/** Breaks a rule on purpose, with {@link Begin}. */
public record Start(Begin other) {}
