package org.polydesk.adapter.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.polydesk.domain.error.Violation;

/**
 * All that a client sent, whatever the encoding. Belongs to one request; its files are thrown away
 * when the request has been answered.
 */
public final class RequestForm implements AutoCloseable {
  private final BodyKind bodyKind;
  private final ParameterMap body;
  private final ParameterMap parameters;
  private final Optional<JsonNode> json;
  private final List<UploadedFile> files;
  private final List<Violation> faults;

  RequestForm(
      BodyKind bodyKind,
      ParameterMap body,
      ParameterMap parameters,
      Optional<JsonNode> json,
      List<UploadedFile> files,
      List<Violation> faults) {
    this.bodyKind = bodyKind;
    this.body = body;
    this.parameters = parameters;
    this.json = json;
    this.files = List.copyOf(files);
    this.faults = faults;
  }

  /** Parameters that came another way than by a request of their own. */
  public static RequestForm of(ParameterMap parameters) {
    return new RequestForm(
        BodyKind.NONE, ParameterMap.EMPTY, parameters, Optional.empty(), List.of(), List.of());
  }

  /** How the body was encoded. */
  public BodyKind bodyKind() {
    return bodyKind;
  }

  /** The parameters of the body alone. */
  public ParameterMap body() {
    return body;
  }

  /** The parameters of body, path and query; the former win. */
  public ParameterMap parameters() {
    return parameters;
  }

  /** The body's JSON object as a whole, for members that are no plain values. */
  public Optional<JsonNode> json() {
    return json;
  }

  /** All files in the order in which they were sent. */
  public List<UploadedFile> files() {
    return files;
  }

  /** The files of one part, its name in any case. */
  public List<UploadedFile> files(String part) {
    return files.stream().filter(file -> ParameterMap.sameName(file.part(), part)).toList();
  }

  /**
   * The parameters that could not be taken, under the names that were sent, and {@code files} when
   * there were too many of them; empty for a form that was read without asking for them.
   */
  public List<Violation> faults() {
    return faults;
  }

  /** Throws away the files that nobody kept. Closing twice is harmless. */
  @Override
  public void close() {
    files.forEach(file -> file.blob().close());
  }
}
