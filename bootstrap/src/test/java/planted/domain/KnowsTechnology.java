package planted.domain;

import jakarta.inject.Singleton;

/** Breaks a rule on purpose. */
@Singleton
final class KnowsTechnology {}
