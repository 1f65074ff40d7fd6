package planted.adapter.rest.tikting.egg;

import planted.adapter.rest.tikting.hen.Hen;

/** Breaks a rule on purpose, with {@link Hen}. */
public record Egg(Hen other) {}
