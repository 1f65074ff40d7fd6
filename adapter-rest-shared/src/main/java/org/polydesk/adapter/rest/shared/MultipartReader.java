package org.polydesk.adapter.rest.shared;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * Reads {@code multipart/form-data} straight from the socket: texts into memory, up to a limit,
 * files into the blob store. Serves one request.
 */
final class MultipartReader {
  private static final int BUFFER = 16 * 1024;
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_BOUNDARY = 200;

  /** Most texts of a form are shorter than this. */
  private static final int TEXT_BUFFER = 2 * 1024;

  private static final Pattern FOLD = Pattern.compile("\r\n[ \t]+");
  private static final Pattern LINE_END = Pattern.compile("\r\n");

  private final BlobStore blobs;
  private final BodyLimits limits;
  private final FieldCollector fields;
  private final TextRoom.Place place;
  private final List<UploadedFile> files = new ArrayList<>();
  private final byte[] textBuffer = new byte[TEXT_BUFFER];
  private int textBytes;
  private boolean tooManyFiles;

  MultipartReader(BlobStore blobs, BodyLimits limits, FieldCollector fields, TextRoom.Place place) {
    this.blobs = blobs;
    this.limits = limits;
    this.fields = fields;
    this.place = place;
  }

  /**
   * Reads all parts.
   *
   * @return the files, which the caller closes
   * @throws DeskException {@code INVALID_REQUEST} when {@code body} is no such form or breaks off,
   *     {@code TOO_LARGE}, {@code UNAVAILABLE}; no file is left behind then
   */
  List<UploadedFile> read(BodyStream body, HeaderParameters contentType) {
    boolean done = false;
    try {
      parts(body, boundary(contentType));
      done = true;
      return files;
    } catch (FileUploadException e) {
      throw body.failure().orElseGet(MultipartReader::malformed);
    } catch (IOException e) {
      throw body.failure().orElseGet(() -> DeskException.unavailable(e));
    } finally {
      if (!done) {
        files.forEach(file -> file.blob().close());
      }
    }
  }

  private void parts(BodyStream body, byte[] boundary) throws IOException {
    byte[] start = body.readNBytes(boundary.length + 4);
    if (Arrays.equals(start, concat("--", boundary, "--"))) {
      return;
    }
    MultipartInput input =
        MultipartInput.builder()
            .setInputStream(new SequenceInputStream(new ByteArrayInputStream(start), body))
            .setBoundary(boundary)
            .setBufferSize(BUFFER)
            .setMaxPartHeaderSize(MAX_HEADER_BYTES)
            .get();
    input.setHeaderCharset(StandardCharsets.ISO_8859_1);
    if (!input.skipPreamble()) {
      throw malformed(body);
    }
    do {
      Map<String, String> headers = headers(input.readHeaders());
      try (InputStream content = new PartStream(input.newInputStream(), body)) {
        part(headers, content, body);
      }
    } while (input.readBoundary());
  }

  private void part(Map<String, String> headers, InputStream content, BodyStream body)
      throws IOException {
    HeaderParameters disposition =
        HeaderParameters.parse(headers.getOrDefault("content-disposition", ""));
    Optional<String> fileName = disposition.parameter("filename");
    Optional<String> name = disposition.parameter("name").or(() -> fileName.map(file -> ""));
    if (name.isEmpty()) {
      throw malformed(body);
    }
    Optional<String> contentType = Optional.ofNullable(headers.get("content-type"));
    if (fileName.isPresent()) {
      file(name.get(), fileName.get(), contentType, content);
    } else {
      text(name.get(), HeaderParameters.parse(contentType.orElse("")), content);
    }
  }

  private void file(String part, String fileName, Optional<String> mediaType, InputStream content)
      throws IOException {
    if (files.size() == limits.files()) {
      discard(content);
      return;
    }
    if (fileName.indexOf('\0') >= 0) {
      fields.refuse(part);
    }
    files.add(new UploadedFile(part, fileName, mediaType, blobs.stage(content)));
  }

  /**
   * No file of the form will be kept, but what else is wrong with it is worth being told, so
   * reading goes on.
   */
  private void discard(InputStream content) throws IOException {
    fields.discard();
    if (!tooManyFiles) {
      tooManyFiles = true;
      files.forEach(file -> file.blob().close());
      fields.refuse(
          Violation.refused("files", "There are more than %d files.".formatted(limits.files())));
    }
    int read;
    do {
      read = content.read(textBuffer);
    } while (read >= 0);
  }

  private void text(String name, HeaderParameters contentType, InputStream content)
      throws IOException {
    byte[] bytes = read(content, limits.textBytes() - textBytes + 1);
    textBytes += bytes.length;
    if (textBytes > limits.textBytes()) {
      throw DeskException.tooLarge(limits.textBytes());
    }
    fields.add(name, ByteBuffer.wrap(bytes), contentType.charset(StandardCharsets.UTF_8));
  }

  /** The JDK's own method takes 16 KB of memory for every text, however short. */
  private byte[] read(InputStream content, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int left = most;
    while (left > 0) {
      int read = content.read(textBuffer, 0, Math.min(left, textBuffer.length));
      if (read < 0) {
        break;
      }
      place.reached(textBytes + bytes.size() + read);
      bytes.write(textBuffer, 0, read);
      left -= read;
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> headers(String block) {
    Map<String, String> headers = new HashMap<>();
    for (String line : LINE_END.split(FOLD.matcher(block).replaceAll(" "))) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            HeaderParameters.utf8(line.substring(colon + 1).strip()));
      }
    }
    return headers;
  }

  private static byte[] boundary(HeaderParameters contentType) {
    String boundary = contentType.parameter("boundary").orElse("");
    if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
      throw malformed();
    }
    return boundary.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] concat(String before, byte[] bytes, String after) {
    String middle = new String(bytes, StandardCharsets.ISO_8859_1);
    return (before + middle + after).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static DeskException malformed(BodyStream body) {
    return body.failure().orElseGet(MultipartReader::malformed);
  }

  private static DeskException malformed() {
    return DeskException.badRequest("The multipart body is malformed.");
  }

  /**
   * The bytes of one part. That the form breaks off within it is the client's fault, also when it
   * is the blob store that reads.
   */
  private static final class PartStream extends InputStream {
    private final InputStream part;
    private final BodyStream body;
    private boolean broken;

    PartStream(InputStream part, BodyStream body) {
      this.part = part;
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return part.read(target, offset, length);
      } catch (IOException e) {
        broken = true;
        throw body.broken(malformed(body), e);
      }
    }

    @Override
    public void close() throws IOException {
      if (!broken) {
        part.close();
      }
    }
  }
}
