package org.polydesk.bootstrap.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An OpenAPI document, and what does not agree with it. */
final class Document {
  /** Headers that mean something to a client of these operations. */
  private static final Set<String> MEANINGFUL =
      Set.of("etag", "location", "link", "www-authenticate", "retry-after", "idempotent-replay");

  /** The validator reads numbers of forms as 64 bits and finds those in no enumeration of 32. */
  private static final LevelResolver LEVELS =
      LevelResolver.create()
          .withLevel("validation.request.body.schema.enum", ValidationReport.Level.IGNORE)
          .build();

  private final OpenAPI model;
  private final OpenApiInteractionValidator validator;

  Document(String text) {
    SwaggerParseResult parsed = new OpenAPIParser().readContents(text, null, null);
    if (!parsed.getMessages().isEmpty()) {
      throw new AssertionError(parsed.getMessages());
    }
    this.model = parsed.getOpenAPI();
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(text)
            .withLevelResolver(LEVELS)
            .build();
  }

  /** What does not agree; a request that was refused may have been wrong and is not looked at. */
  List<String> faults(Exchange exchange) {
    List<String> faults = new ArrayList<>();
    ValidationReport report =
        exchange.status() < 300
            ? validator.validate(exchange.request(), exchange.response())
            : validator.validateResponse(
                exchange.question().path(),
                Request.Method.valueOf(exchange.question().verb()),
                exchange.response());
    report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .forEach(message -> faults.add(message.toString()));
    declared(exchange).forEach(faults::add);
    return faults;
  }

  private List<String> declared(Exchange exchange) {
    List<String> faults = new ArrayList<>();
    ApiResponse response = responses(exchange).get(Integer.toString(exchange.status()));
    if (response == null) {
      return List.of("The status is not declared.");
    }
    ApiResponse declared = resolved(response);
    if (declared.getContent() == null && !exchange.reply().body().isEmpty()) {
      faults.add("No body is declared.");
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    if (declared.getHeaders() != null) {
      names.addAll(declared.getHeaders().keySet());
    }
    exchange.reply().headers().keySet().stream()
        .filter(Document::isMeaningful)
        .filter(header -> !names.contains(header))
        .forEach(header -> faults.add("The header %s is not declared.".formatted(header)));
    return faults;
  }

  private Map<String, ApiResponse> responses(Exchange exchange) {
    return model
        .getPaths()
        .get(exchange.path())
        .readOperationsMap()
        .get(HttpMethod.valueOf(exchange.question().verb()))
        .getResponses();
  }

  private ApiResponse resolved(ApiResponse response) {
    String ref = response.get$ref();
    return ref == null
        ? response
        : model.getComponents().getResponses().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private static boolean isMeaningful(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.startsWith("x-") || MEANINGFUL.contains(name);
  }

  /** The verbs of every path. */
  Map<String, Set<String>> verbs() {
    Map<String, Set<String>> verbs = new TreeMap<>();
    model
        .getPaths()
        .forEach(
            (path, item) ->
                verbs.put(
                    path,
                    item.readOperationsMap().keySet().stream()
                        .map(HttpMethod::name)
                        .collect(Collectors.toCollection(TreeSet::new))));
    return verbs;
  }

  /** Every status of every operation. */
  Set<String> outcomes() {
    Set<String> outcomes = new TreeSet<>();
    model
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (verb, operation) ->
                            operation
                                .getResponses()
                                .keySet()
                                .forEach(
                                    status ->
                                        outcomes.add("%s %s %s".formatted(verb, path, status)))));
    return outcomes;
  }
}
