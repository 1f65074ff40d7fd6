package planted.adapter.notification;

import planted.adapter.persistence.Store;

/** Breaks a rule on purpose, with {@link Store}. */
public record Mail(Store other) {}
