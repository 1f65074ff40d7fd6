package org.polydesk.adapter.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violations;
import reactor.core.scheduler.Schedulers;

/**
 * Reads what a client sent, however it is encoded. Waits for the socket: to be called from
 * controllers that run on the blocking executor, once for a request. Safe for use by many threads.
 */
@Singleton
public final class RequestForms {
  static final String ATTRIBUTE = "polydesk.form";
  static final String PLACE = "polydesk.form.place";
  private static final long NO_LENGTH = -1;

  private final BlobStore blobs;
  private final Dialects dialects;
  private final TextRoom room;

  RequestForms(BlobStore blobs, Dialects dialects, TextRoom room) {
    this.blobs = blobs;
    this.dialects = dialects;
    this.room = room;
  }

  /**
   * Reads body, path and query within the limits of the request's dialect. Its files are thrown
   * away when the request has been answered, unless they were kept.
   *
   * @param accepted the kinds of bodies that make sense here; no body at all always does, and with
   *     {@link BodyKind#OTHER} among them an unknown kind is left unread
   * @throws DeskException {@code UNSUPPORTED_MEDIA_TYPE}; {@code TOO_LARGE}; {@code
   *     INVALID_REQUEST} when the body breaks off or is malformed; {@code UNAVAILABLE} when others
   *     send so much that there is no room for a long one; {@code INVALID_FIELD} on {@code $} when
   *     it is no JSON object, and on every parameter that holds U+0000, half a surrogate pair or
   *     bytes that are no text
   */
  public RequestForm read(HttpRequest<?> request, Set<BodyKind> accepted) {
    return read(request, accepted, dialects.of(request).bodyLimits());
  }

  /** Like {@link #read(HttpRequest, Set)}, within other limits. */
  public RequestForm read(HttpRequest<?> request, Set<BodyKind> accepted, BodyLimits limits) {
    RequestForm form = readWithFaults(request, accepted, limits);
    Violations.none(form.faults());
    return form;
  }

  /**
   * Like {@link #read(HttpRequest, Set)} for a dialect that tells all faults at once: what would be
   * {@code INVALID_FIELD} on a parameter is among the form's faults, and the parameter is not among
   * its parameters.
   */
  public RequestForm readWithFaults(HttpRequest<?> request, Set<BodyKind> accepted) {
    return readWithFaults(request, accepted, dialects.of(request).bodyLimits());
  }

  /** Like {@link #readWithFaults(HttpRequest, Set)}, within other limits. */
  public RequestForm readWithFaults(
      HttpRequest<?> request, Set<BodyKind> accepted, BodyLimits limits) {
    Violations violations = new Violations();
    FieldCollector.Budget budget = new FieldCollector.Budget(limits.parameters());
    ParameterMap line =
        path(request, new FieldCollector(violations, budget))
            .orElse(query(request, new FieldCollector(violations, budget)));
    Body body = body(request, accepted, limits, new FieldCollector(violations, budget));
    RequestForm form =
        new RequestForm(
            body.kind,
            body.parameters,
            body.parameters.orElse(line),
            body.json,
            body.files,
            violations.toList());
    request.setAttribute(ATTRIBUTE, form);
    return form;
  }

  private Body body(
      HttpRequest<?> request, Set<BodyKind> accepted, BodyLimits limits, FieldCollector fields) {
    long length = length(request);
    if (length == 0) {
      return Body.NONE;
    }
    String header = request.getHeaders().get("Content-Type");
    HeaderParameters contentType = HeaderParameters.parse(header == null ? "" : header);
    BodyKind kind = kind(contentType.value());
    boolean isReadable = accepted.contains(kind) && !isEncoded(request);
    long limit = kind == BodyKind.MULTIPART ? limits.requestBytes() : textLimit(limits);
    if (isReadable && length > limit) {
      throw DeskException.tooLarge(limit);
    }
    if (length != NO_LENGTH && !isReadable) {
      throw DeskException.unsupportedMediaType();
    }
    if (kind == BodyKind.OTHER && accepted.contains(BodyKind.OTHER)) {
      return Body.NONE;
    }
    TextRoom.Place place =
        room.place(length == NO_LENGTH ? textLimit(limits) : Math.min(length, textLimit(limits)));
    request.setAttribute(PLACE, place);
    try (InputStream socket = socket(request);
        BodyStream body = new BodyStream(socket, limit)) {
      return read(body, isReadable, kind, contentType, limits, fields, place);
    } catch (IOException e) {
      throw DeskException.unavailable(e);
    }
  }

  private Body read(
      BodyStream body,
      boolean isReadable,
      BodyKind kind,
      HeaderParameters contentType,
      BodyLimits limits,
      FieldCollector fields,
      TextRoom.Place place) {
    try {
      if (body.isEmpty()) {
        return Body.NONE;
      }
      if (!isReadable) {
        throw DeskException.unsupportedMediaType();
      }
      return switch (kind) {
        case FORM -> {
          UrlEncoded.read(
              UrlEncoded.text(place.within(body).readAllBytes()),
              contentType.charset(StandardCharsets.UTF_8),
              fields);
          yield new Body(kind, fields.toMap(), Optional.empty(), List.of());
        }
        case MULTIPART -> {
          List<UploadedFile> files =
              new MultipartReader(blobs, limits, fields, place).read(body, contentType);
          yield new Body(kind, fields.toMap(), Optional.empty(), files);
        }
        case JSON -> {
          ObjectNode object = JsonFields.read(place.within(body));
          JsonFields.collect(object, fields);
          yield new Body(kind, fields.toMap(), Optional.of(object), List.of());
        }
        case NONE, OTHER -> Body.NONE;
      };
    } catch (IOException e) {
      throw body.failure().orElseGet(() -> DeskException.unavailable(e));
    }
  }

  private static InputStream socket(HttpRequest<?> request) {
    if (Schedulers.isInNonBlockingThread()) {
      throw new IllegalStateException("The event loop would wait for itself.");
    }
    if (request instanceof ServerHttpRequest<?> server) {
      return server.byteBody().toInputStream();
    }
    throw new IllegalStateException("A filter hides the request's body.");
  }

  private static ParameterMap path(HttpRequest<?> request, FieldCollector fields) {
    RouteAttributes.getRouteMatch(request)
        .ifPresent(
            route ->
                route
                    .getVariableValues()
                    .forEach((name, value) -> fields.add(name, String.valueOf(value))));
    return fields.toMap();
  }

  private static ParameterMap query(HttpRequest<?> request, FieldCollector fields) {
    String query = request.getUri().getRawQuery();
    if (query != null) {
      UrlEncoded.read(query, StandardCharsets.UTF_8, fields);
    }
    return fields.toMap();
  }

  private static long textLimit(BodyLimits limits) {
    return Math.min(limits.textBytes(), limits.requestBytes());
  }

  /** How many bytes will come; {@link #NO_LENGTH} when nobody says. */
  private static long length(HttpRequest<?> request) {
    if (request.getHeaders().contains("Transfer-Encoding")) {
      return NO_LENGTH;
    }
    return Math.max(0, request.getContentLength());
  }

  private static boolean isEncoded(HttpRequest<?> request) {
    String encoding = request.getHeaders().get("Content-Encoding");
    return encoding != null
        && !encoding.isBlank()
        && !encoding.strip().equalsIgnoreCase("identity");
  }

  private static BodyKind kind(String mediaType) {
    return switch (mediaType.toLowerCase(Locale.ROOT)) {
      case "application/x-www-form-urlencoded" -> BodyKind.FORM;
      case "multipart/form-data" -> BodyKind.MULTIPART;
      case "application/json", "text/json" -> BodyKind.JSON;
      default -> mediaType.endsWith("+json") ? BodyKind.JSON : BodyKind.OTHER;
    };
  }

  private record Body(
      BodyKind kind, ParameterMap parameters, Optional<JsonNode> json, List<UploadedFile> files) {
    static final Body NONE =
        new Body(BodyKind.NONE, ParameterMap.EMPTY, Optional.empty(), List.of());
  }
}
