package org.polydesk.adapter.rest.simple;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.polydesk.application.attachment.in.FilesUseCase.ReadableFile;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.error.DeskException;

/** Answers that are the bytes of files, never shown by a browser and never held in memory. */
public final class FileAnswers {
  private FileAnswers() {}

  /** The file's bytes under its name. */
  public static MutableHttpResponse<StreamedFile> of(ReadableFile file) {
    Attachment attachment = file.attachment();
    try {
      StreamedFile body =
          new StreamedFile(
              file.open(),
              MediaType.of(attachment.mediaType()),
              attachment.addedAt().toEpochMilli(),
              attachment.size());
      return HttpResponse.ok(body)
          .header(HttpHeaders.CONTENT_TYPE, attachment.mediaType())
          .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment.name().text()))
          .header("X-Content-Type-Options", "nosniff");
    } catch (IOException e) {
      throw DeskException.internal(e);
    }
  }

  /** The name twice: in letters that every client reads, and as it is. */
  private static String disposition(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints()
        .map(c -> c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : c)
        .forEach(plain::appendCodePoint);
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
