package org.polydesk.domain.attachment;

import java.util.Map;

/** Media types by file name extension; what a client says about its own file is not believed. */
public final class MediaTypes {
  /** What a file of unknown kind is served as. */
  public static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("pdf", "application/pdf"),
          Map.entry("doc", "application/msword"),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry(
              "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          Map.entry("txt", "text/plain"),
          Map.entry("log", "text/plain"),
          Map.entry("csv", "text/csv"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("webp", "image/webp"),
          Map.entry("zip", "application/zip"),
          Map.entry("7z", "application/x-7z-compressed"),
          Map.entry("eml", "message/rfc822"),
          Map.entry("msg", "application/vnd.ms-outlook"));

  private MediaTypes() {}

  /** The media type of a file called {@code name}. */
  public static String of(FileName name) {
    return name.extension().map(e -> BY_EXTENSION.getOrDefault(e, UNKNOWN)).orElse(UNKNOWN);
  }
}
