package org.polydesk.adapter.rest.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as clients send it. A few megabytes of it can hold millions of values, each of which takes
 * dozens of times the room it has in the text; so many are never meant.
 */
public final class SentJson {
  /** Values, names, and beginnings and ends of objects and arrays, of one text. */
  public static final int MOST_TOKENS = 50_000;

  private SentJson() {}

  /** What reads it; a text with more tokens is no JSON to it. */
  public static JsonMapper.Builder mapper() {
    return JsonMapper.builder(
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build());
  }
}
