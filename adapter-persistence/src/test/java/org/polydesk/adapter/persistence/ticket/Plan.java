package org.polydesk.adapter.persistence.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL did for a statement, as {@code explain (analyze, format json)} tells it. */
record Plan(JsonNode root) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Plan read(String json) {
    try {
      return new Plan(MAPPER.readTree(json).get(0).get("Plan"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no plan: " + json, e);
    }
  }

  /** Rows that were read and thrown away again, in that part of the plan where it was worst. */
  long removedRows() {
    return nodes().stream().mapToLong(Plan::removedBy).max().orElse(0);
  }

  /** Rows that were read from tables and indexes, wanted or not. */
  long readRows() {
    return nodes().stream()
        .filter(node -> node.has("Relation Name"))
        .mapToLong(node -> rows(node) + removedBy(node))
        .sum();
  }

  private static long rows(JsonNode node) {
    return Math.round(node.path("Actual Rows").asDouble(0) * node.path("Actual Loops").asDouble(1));
  }

  /** Those of one table or its indexes. */
  long readRows(String table) {
    return nodes().stream()
        .filter(node -> node.path("Relation Name").asText().equals(table))
        .mapToLong(node -> rows(node) + removedBy(node))
        .sum();
  }

  private static long removedBy(JsonNode node) {
    double loops = node.path("Actual Loops").asDouble(1);
    double rows =
        node.path("Rows Removed by Filter").asDouble(0)
            + node.path("Rows Removed by Index Recheck").asDouble(0)
            + node.path("Rows Removed by Join Filter").asDouble(0);
    return Math.round(rows * loops);
  }

  private List<JsonNode> nodes() {
    List<JsonNode> all = new ArrayList<>();
    collect(root, all);
    return all;
  }

  private static void collect(JsonNode node, List<JsonNode> all) {
    all.add(node);
    node.path("Plans").forEach(child -> collect(child, all));
  }

  @Override
  public String toString() {
    return root.toPrettyString();
  }
}
