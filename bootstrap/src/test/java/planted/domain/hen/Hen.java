package planted.domain.hen;

import planted.domain.egg.Egg;

/** Breaks a rule on purpose, with {@link Egg}. */
public record Hen(Egg other) {}
