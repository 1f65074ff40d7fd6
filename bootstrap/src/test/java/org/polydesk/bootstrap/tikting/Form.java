package org.polydesk.bootstrap.tikting;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A multipart form as browsers and curl send it; immutable. */
public final class Form {
  public static final String BOUNDARY = "------------------------d74496d66958873e";

  private final List<Part> parts;

  private record Part(String name, Optional<String> fileName, byte[] bytes) {}

  private Form(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  public static Form empty() {
    return new Form(List.of());
  }

  /** The ticket of the vendor's how-to. */
  public static Form howTo() {
    return empty()
        .and("Title", "Laptop screen is broken")
        .and("Description", "The screen cracked after a fall. Needs replacement.")
        .and("CreatorId", DemoDesk.ALICE)
        .and("SiteId", "1")
        .and("DepartmentId", "1")
        .and("TicketStatusId", "1")
        .and("TicketType", "1")
        .and("TicketPriorityId", "3")
        .and("TicketCategoryId", "10");
  }

  /** A field more, whatever there is already. */
  public Form and(String name, String value) {
    return plus(new Part(name, Optional.empty(), value.getBytes(StandardCharsets.UTF_8)));
  }

  /** The field with this value and no other. */
  public Form with(String name, String value) {
    return without(name).and(name, value);
  }

  public Form without(String name) {
    return new Form(parts.stream().filter(part -> !part.name().equals(name)).toList());
  }

  public Form file(String fileName, byte[] bytes) {
    return file("Uploads", fileName, bytes);
  }

  public Form file(String name, String fileName, byte[] bytes) {
    return plus(new Part(name, Optional.of(fileName), bytes));
  }

  /** Every name spelled in another way. */
  public Form spelled(Function<String, String> names) {
    return new Form(
        parts.stream()
            .map(part -> new Part(names.apply(part.name()), part.fileName(), part.bytes()))
            .toList());
  }

  private Form plus(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new Form(more);
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Part part : parts) {
      String file =
          part.fileName()
              .map(
                  name ->
                      "; filename=\"%s\"\r\nContent-Type: application/octet-stream".formatted(name))
              .orElse("");
      write(
          out,
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
              .formatted(BOUNDARY, part.name(), file));
      out.writeBytes(part.bytes());
      write(out, "\r\n");
    }
    write(out, "--%s--\r\n".formatted(BOUNDARY));
    return out.toByteArray();
  }

  /** The fields as {@code application/x-www-form-urlencoded}. */
  public String urlEncoded() {
    return parts.stream()
        .map(
            part ->
                encoded(part.name())
                    + "="
                    + encoded(new String(part.bytes(), StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
