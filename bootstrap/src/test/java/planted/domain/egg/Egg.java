package planted.domain.egg;

import planted.domain.hen.Hen;

/** Breaks a rule on purpose, with {@link Hen}. */
public record Egg(Hen other) {}
