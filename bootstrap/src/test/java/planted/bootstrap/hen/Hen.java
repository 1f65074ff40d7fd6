package planted.bootstrap.hen;

import planted.bootstrap.egg.Egg;

/** Breaks a rule on purpose, with {@link Egg}. */
public record Hen(Egg other) {}
