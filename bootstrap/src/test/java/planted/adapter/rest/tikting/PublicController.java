package planted.adapter.rest.tikting;

import io.micronaut.http.annotation.Controller;

/** Breaks a rule on purpose. */
@Controller("/planted")
public final class PublicController {}
