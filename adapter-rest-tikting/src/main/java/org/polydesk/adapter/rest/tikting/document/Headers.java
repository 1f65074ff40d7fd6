package org.polydesk.adapter.rest.tikting.document;

/** Names of headers, which are also their names among the document's components. */
public final class Headers {
  public static final String ETAG = "ETag";
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  public static final String IF_MATCH = "If-Match";
  public static final String LINK = "Link";
  public static final String LOCATION = "Location";
  public static final String CURSOR = "X-Cursor";
  public static final String NEXT_CURSOR = "X-Next-Cursor";
  public static final String PAGE = "X-Page";
  public static final String PAGE_SIZE = "X-Page-Size";
  public static final String REPLAY = "Idempotent-Replay";
  public static final String REQUEST_ID = "X-Request-Id";
  public static final String SKIPPED_FILES = "X-Skipped-Files";
  public static final String TOTAL_COUNT = "X-Total-Count";
  public static final String TOTAL_COUNT_EXACT = "X-Total-Count-Exact";

  private Headers() {}
}
