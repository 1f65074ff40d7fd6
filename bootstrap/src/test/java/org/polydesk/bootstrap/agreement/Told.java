package org.polydesk.bootstrap.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One ticket as the model expects it.
 *
 * @param state the core's word: Open, In Progress, Reopened, Pending, On Hold, Resolved or Closed
 */
final class Told {
  final long number;
  final List<String> words = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final List<String> files = new ArrayList<>();
  final TreeSet<String> tags = new TreeSet<>();
  String vote = "-";
  String subject;
  String description;
  String state = "Open";
  int priority;
  Optional<String> technician = Optional.empty();
  boolean gone;

  Told(long number, String subject, String description, int priority) {
    this.number = number;
    this.subject = subject;
    this.description = description;
    this.priority = priority;
  }

  boolean isDone() {
    return state.equals("Resolved") || state.equals("Closed");
  }

  /** The desk answered in public. */
  void staffSaid(String word) {
    words.add(word);
    if (state.equals("Open")) {
      state = "In Progress";
    }
  }

  /** The client spoke. */
  void clientSaid(String word) {
    words.add(word);
    if (isDone()) {
      state = "Reopened";
    } else if (state.equals("Pending")) {
      state = "In Progress";
    }
  }

  private TreeMap<String, String> common() {
    TreeMap<String, String> view = new TreeMap<>();
    view.put("subject", subject);
    view.put("description", description);
    return view;
  }

  /** What the Tikting door must show. */
  TreeMap<String, String> tikting() {
    TreeMap<String, String> view = common();
    view.put(
        "state",
        switch (state) {
          case "Open" -> "1";
          case "Pending" -> "2";
          case "Resolved" -> "3";
          case "Closed" -> "4";
          case "On Hold" -> "5";
          case "In Progress" -> "6";
          default -> "7";
        });
    view.put("priority", Integer.toString(priority));
    view.put("technician", technician.orElse("-"));
    return view;
  }

  /** What the Helpdesk door must show to the desk's own people, or to the client. */
  TreeMap<String, String> helpdesk(boolean staff) {
    TreeMap<String, String> view = common();
    view.put(
        "state",
        switch (state) {
          case "Open" -> "1 New";
          case "In Progress" -> "2 In progress";
          case "Closed" -> "3 Closed";
          case "Pending" -> "102 Pending";
          case "Resolved" -> "103 Resolved";
          case "On Hold" -> "105 On Hold";
          default -> "107 Reopened";
        });
    view.put("priority", Integer.toString(priority - 2));
    view.put("technician", technician.orElse("-"));
    view.put("words", sorted(words).toString());
    view.put("notes", staff ? sorted(notes).toString() : "[]");
    view.put("files", sorted(files).toString());
    view.put("tags", tags.toString());
    return view;
  }

  /** What the Taas door must show. */
  TreeMap<String, String> taas() {
    TreeMap<String, String> view = common();
    view.put(
        "state",
        switch (state) {
          case "In Progress", "Pending", "On Hold" -> "Started";
          default -> state;
        });
    view.put("priority", List.of("Low", "Medium", "Important", "Urgent").get(priority - 1));
    view.put("technician", technician.map(name -> name + "@demo.test").orElse("-"));
    view.put("words", sorted(words).toString());
    view.put("notes", sorted(notes).toString());
    view.put("files", sorted(files).toString());
    view.put("tags", tags.toString());
    return view;
  }

  /** What the Panel door must show. */
  TreeMap<String, String> panel() {
    TreeMap<String, String> view = common();
    view.put(
        "state",
        switch (state) {
          case "Open" -> "open false false";
          case "Pending" -> "awaiting_client false false";
          case "Resolved" -> "in_progress false true";
          case "Closed" -> "closed true true";
          default -> "in_progress false false";
        });
    view.put("words", sorted(words).toString());
    view.put("files", Integer.toString(files.size()));
    view.put("vote", vote);
    return view;
  }

  static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }
}
