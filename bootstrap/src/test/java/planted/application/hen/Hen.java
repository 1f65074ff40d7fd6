package planted.application.hen;

import planted.application.egg.Egg;

/** Breaks a rule on purpose, with {@link Egg}. */
public record Hen(Egg other) {}
