package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadTest {

  @ParameterizedTest
  @CsvSource({
    "/api/Tickets, true",
    "/API/TICKETS/7, true",
    "//api//tickets/, true",
    "/api/TicketsApi, false",
    "/api, false",
    "/x/api/Tickets, false",
  })
  void isUnderShouldCompareWholeSegments(String path, boolean expected) {
    RequestHead head = new RequestHead(path, "", name -> null);

    assertEquals(expected, head.isUnder("/api/Tickets"));
  }

  @ParameterizedTest
  @CsvSource({
    "key=1, true",
    "a=1&KEY=2, true",
    "a=1&key, true",
    "monkey=1, false",
    "keys=1, false",
    "a=key, false",
    "'', false",
  })
  void hasQueryParameterShouldCompareWholeNames(String query, boolean expected) {
    RequestHead head = new RequestHead("/", query, name -> null);

    assertEquals(expected, head.hasQueryParameter("key"));
  }

  @Test
  void hasHeaderShouldWantAValue() {
    RequestHead head = new RequestHead("/", "", Map.of("a", "1", "b", "")::get);

    assertEquals(
        "true false false",
        head.hasHeader("a") + " " + head.hasHeader("b") + " " + head.hasHeader("c"));
  }
}
