package planted.adapter.rest.simple;

import planted.adapter.rest.tikting.Tikting;

/** Breaks a rule on purpose, with {@link Tikting}. */
public record Simple(Tikting other) {}
