package planted.bootstrap.egg;

import planted.bootstrap.hen.Hen;

/** Breaks a rule on purpose, with {@link Hen}. */
public record Egg(Hen other) {}
