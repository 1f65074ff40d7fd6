package planted.application.egg;

import planted.application.hen.Hen;

/** Breaks a rule on purpose, with {@link Hen}. */
public record Egg(Hen other) {}
