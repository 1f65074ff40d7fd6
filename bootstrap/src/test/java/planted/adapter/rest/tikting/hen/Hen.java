package planted.adapter.rest.tikting.hen;

import planted.adapter.rest.tikting.egg.Egg;

/** Breaks a rule on purpose, with {@link Egg}. */
public record Hen(Egg other) {}
