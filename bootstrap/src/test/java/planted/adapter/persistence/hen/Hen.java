package planted.adapter.persistence.hen;

import planted.adapter.persistence.egg.Egg;

/** Breaks a rule on purpose, with {@link Egg}. */
public record Hen(Egg other) {}
