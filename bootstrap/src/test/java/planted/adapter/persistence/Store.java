package planted.adapter.persistence;

import planted.adapter.rest.shared.Shared;

/** Breaks a rule on purpose, with {@link Shared}. */
public record Store(Shared other) {}
