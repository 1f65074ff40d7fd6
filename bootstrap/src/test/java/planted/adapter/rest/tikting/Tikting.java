package planted.adapter.rest.tikting;

import planted.adapter.rest.simple.Simple;

/** Breaks a rule on purpose, with {@link Simple}. */
public record Tikting(Simple other) {}
