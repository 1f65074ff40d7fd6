package planted.bootstrap;

/** Something to be known on purpose. */
public record Begin() {}
