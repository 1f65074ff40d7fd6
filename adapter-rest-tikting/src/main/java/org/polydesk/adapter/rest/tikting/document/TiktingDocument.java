package org.polydesk.adapter.rest.tikting.document;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** What the OpenAPI document says about the dialect as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Polydesk, Tikting dialect",
            version = "1",
            description =
                """
                Tickets by forms and JSON. Literal parts of a path, names of fields and names of \
                enumerated values are understood in any case; a slash at the end of a path is \
                fine; fields that are not listed are ignored; numbers, dates and keys that are \
                not required may come empty in forms.

                A path that is not listed is 404 and a verb that is not listed 405 with `Allow`, \
                both with a problem as body and whoever asks. `HEAD` answers as `GET` without \
                the body. Every answer has `X-Request-Id`: the request's own, or a new one.
                """))
final class TiktingDocument {
  private TiktingDocument() {}
}
