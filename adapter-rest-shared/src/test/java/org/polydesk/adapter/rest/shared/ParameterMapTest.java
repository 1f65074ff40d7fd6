package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterMapTest {

  @Test
  void namesShouldBeFoundInAnyCase() {
    ParameterMap map = ParameterMap.builder().add("TicketID", "7").add("ticketid", "8").build();

    assertEquals(Optional.of("7"), map.first("tIcKeTiD"));
    assertEquals(List.of("7", "8"), map.all("ticketId"));
    assertEquals(Set.of("TicketID"), map.names());
  }

  @Test
  void missingEmptyAndNullShouldBeToldApart() {
    ParameterMap map = ParameterMap.builder().add("empty", "").addNull("nothing").build();

    assertTrue(map.has("empty") && map.has("nothing") && !map.has("missing"));
    assertTrue(map.isNull("nothing") && !map.isNull("empty") && !map.isNull("missing"));
    assertEquals(Optional.of(""), map.first("empty"));
    assertEquals(Optional.empty(), map.first("nothing"));
  }

  @Test
  void listSuffixShouldMeanTheSameName() {
    ParameterMap map =
        ParameterMap.builder()
            .add("a[]", "1")
            .add("A[10]", "2")
            .add("a[x]", "3")
            .add("[]", "4")
            .build();

    assertEquals(List.of("1", "2"), map.all("a"));
    assertEquals(Set.of("a", "a[x]", "[]"), map.names());
  }

  @Test
  void orElseShouldAddOnlyWhatIsMissing() {
    ParameterMap body = ParameterMap.builder().add("a", "body").addNull("n").build();
    ParameterMap query = ParameterMap.builder().add("A", "q").add("N", "q").add("b", "q").build();

    ParameterMap both = body.orElse(query);

    assertEquals(ParameterMap.builder().add("b", "q").addNull("N").add("a", "body").build(), both);
    assertEquals(Optional.empty(), both.first("n"));
  }

  @Test
  void equalsShouldSeeValuesAndTheirOrder() {
    ParameterMap map = ParameterMap.builder().add("a", "1").add("a", "2").build();

    assertEquals(ParameterMap.builder().add("A", "1").add("A", "2").build(), map);
    assertNotEquals(ParameterMap.builder().add("a", "2").add("a", "1").build(), map);
    assertFalse(map.toString().contains("1"), "values may be secrets");
  }
}
