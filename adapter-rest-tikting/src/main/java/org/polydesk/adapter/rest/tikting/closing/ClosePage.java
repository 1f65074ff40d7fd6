package org.polydesk.adapter.rest.tikting.closing;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.ticket.in.CloseByLinkUseCase.Offered;
import org.polydesk.application.ticket.in.CloseByLinkUseCase.State;

/** Writes the page; it needs no script, no picture and no other host. */
@Singleton
final class ClosePage {
  private static final String TEMPLATE = "org/polydesk/adapter/rest/tikting/closing/close.html";

  private final PebbleTemplate template =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(ClosePage.class.getClassLoader()))
          .build()
          .getTemplate(TEMPLATE);

  String of(Optional<Offered> offered) {
    StringWriter page = new StringWriter();
    try {
      template.evaluate(
          page,
          offered
              .<Map<String, Object>>map(
                  found ->
                      Map.of(
                          "state",
                          word(found.state()),
                          "number",
                          found.number().toString(),
                          "subject",
                          found.subject().text()))
              .orElseGet(() -> Map.of("state", "over")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private static String word(State state) {
    return switch (state) {
      case OFFERED -> "offered";
      case WAITING -> "waiting";
      case CLOSED -> "closed";
    };
  }
}
