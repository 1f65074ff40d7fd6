package planted.application;

import io.micronaut.http.HttpStatus;

/** Breaks a rule on purpose. */
final class KnowsTechnology {
  HttpStatus status() {
    return HttpStatus.OK;
  }
}
