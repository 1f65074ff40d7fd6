package planted.application;

/** Breaks a rule on purpose. */
final class LonelyService {}
