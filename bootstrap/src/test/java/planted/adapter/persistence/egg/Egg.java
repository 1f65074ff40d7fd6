package planted.adapter.persistence.egg;

import planted.adapter.persistence.hen.Hen;

/** Breaks a rule on purpose, with {@link Hen}. */
public record Egg(Hen other) {}
