package planted.adapter.rest.shared;

import planted.adapter.rest.tikting.Tikting;

/** Breaks a rule on purpose, with {@link Tikting}. */
public record Shared(Tikting other) {}
