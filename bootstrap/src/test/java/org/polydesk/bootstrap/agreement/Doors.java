package org.polydesk.bootstrap.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.TestDesk;

/** The four doors of one desk, as their clients use them. */
class Doors {
  private static final String KEY = "?key=demo-primary-key";
  private static final String PERSON = "{\"id\":\"%1$s\",\"name\":\"%1$s\",\"email\":\"%2$s\"}";

  private final TestDesk desk;

  Doors(TestDesk desk) {
    this.desk = desk;
  }

  private static String basic(String user) {
    String pair = user + ":" + user + "-demo";
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(String... pairs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      text.append(i == 0 ? "" : "&")
          .append(pairs[i])
          .append('=')
          .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  Answer tikting(String user, String path, String... pairs) {
    return desk.send(
        "POST",
        "/api/TicketsApi" + path,
        r ->
            r.header("Authorization", "Bearer " + desk.tokenOf(user))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(pairs))));
  }

  Answer tiktingGet(String verb, String user, long number) {
    return desk.send(
        verb,
        "/api/TicketsApi/" + number,
        r -> r.header("Authorization", "Bearer " + desk.tokenOf(user)));
  }

  Answer helpdesk(String user, String method, String... pairs) {
    return desk.send(
        "POST",
        "/api/" + method,
        r ->
            r.header("Authorization", basic(user))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(pairs))));
  }

  Answer helpdeskGet(String user, String path) {
    return desk.send("GET", "/api/" + path, r -> r.header("Authorization", basic(user)));
  }

  Answer panel(String verb, String path, String body) {
    return desk.send(
        verb,
        "/support" + path,
        r ->
            r.header("X-Token", "demo-panel-token")
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
  }

  /** Sends one file and further parts; the credential is what the header says. */
  Answer upload(
      String path, String header, String credential, String part, String name, String... pairs) {
    String boundary = "polydesk-agreement";
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      body.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, pairs[i], pairs[i + 1]));
    }
    body.append(
        "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"; filename=\"%3$s\"\r\n\r\nbytes of %3$s\r\n--%1$s--\r\n"
            .formatted(boundary, part, name));
    return desk.send(
        "POST",
        path,
        r ->
            r.header(header, credential)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Adds a file to a ticket, without a word, through one of the four doors. */
  void attach(int door, long number, String name) {
    String id = Long.toString(number);
    switch (door) {
      case 0 ->
          upload(
                  "/api/TicketsApi/addfiles/" + id,
                  "Authorization",
                  "Bearer " + desk.tokenOf("alice"),
                  "Uploads",
                  name)
              .ok();
      case 1 ->
          upload("/api/AttachFile", "Authorization", basic("alice"), "file", name, "id", id).ok();
      default ->
          upload(
                  "/ticketing/v1/tickets/" + id + "/attachments",
                  "Ocp-Apim-Subscription-Key",
                  "demo-primary-key",
                  "files",
                  name,
                  "user",
                  person("alice"))
              .has(201);
    }
  }

  /** Uploads a file through the panel; gives its key. */
  String panelFile(String name) {
    return upload("/files/public/files", "X-Token", "demo-panel-token", "file", name)
        .ok()
        .json("id")
        .asText();
  }

  Answer taas(String verb, String path, String body) {
    return desk.send(
        verb,
        "/ticketing/v1" + path + KEY,
        r ->
            r.header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
  }

  static String person(String user) {
    return PERSON.formatted(user, user + (user.equals("carol") ? "@acme.test" : "@demo.test"));
  }

  Optional<TreeMap<String, String>> seenByTikting(long number) {
    Answer answer = tiktingGet("GET", "alice", number);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode ticket = answer.ok().json();
    TreeMap<String, String> view = new TreeMap<>();
    view.put("subject", ticket.get("title").asText());
    view.put("description", ticket.get("description").asText());
    view.put("state", ticket.get("status").get("id").asText());
    view.put("priority", ticket.get("ticketPriorityId").asText());
    view.put(
        "technician",
        ticket.get("assignee").isNull() ? "-" : ticket.get("assignee").get("userName").asText());
    return Optional.of(view);
  }

  Optional<TreeMap<String, String>> seenByHelpdesk(String user, long number) {
    Answer answer = helpdeskGet(user, "ticket?id=" + number);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode ticket = answer.ok().json();
    TreeMap<String, String> view = new TreeMap<>();
    view.put("subject", ticket.get("Subject").asText());
    view.put("description", unmarked(ticket.get("Body").asText()));
    view.put("state", ticket.get("StatusID").asText() + " " + ticket.get("Status").asText());
    view.put("priority", ticket.get("Priority").asText());
    JsonNode assignee = ticket.get("AssigneeUserInfo");
    view.put("technician", assignee.isNull() ? "-" : assignee.get("Username").asText());
    List<String> words = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (JsonNode comment : helpdeskGet(user, "comments?id=" + number).ok().json()) {
      if (!comment.get("IsSystem").asBoolean()) {
        (comment.get("ForTechsOnly").asBoolean() ? notes : words)
            .add(unmarked(comment.get("Body").asText()));
      }
    }
    view.put("words", Told.sorted(words).toString());
    view.put("notes", Told.sorted(notes).toString());
    view.put("files", names(helpdeskGet(user, "Attachments?id=" + number).ok().json(), "FileName"));
    view.put("tags", names(ticket.path("Tags"), "Name"));
    return Optional.of(view);
  }

  /** The member of each of them, in order. */
  private static String names(JsonNode list, String member) {
    List<String> names = new ArrayList<>();
    list.forEach(one -> names.add(one.path(member).asText()));
    return Told.sorted(names).toString();
  }

  private static String unmarked(String text) {
    return text.replaceFirst("^<!--html-->", "");
  }

  Optional<TreeMap<String, String>> seenByTaas(long number) {
    Answer answer = taas("GET", "/tickets/" + number, "");
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode ticket = answer.ok().json().get("item");
    TreeMap<String, String> view = new TreeMap<>();
    view.put("subject", ticket.get("title").asText());
    view.put("description", ticket.get("description").asText());
    view.put("state", ticket.get("status").asText());
    view.put("priority", ticket.get("priority").asText());
    JsonNode assignee = ticket.get("assignee");
    view.put("technician", assignee.isNull() ? "-" : assignee.get("email").asText());
    List<String> words = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (JsonNode activity :
        taas("GET", "/tickets/" + number + "/activities", "").ok().json().get("items")) {
      String word = activity.get("comment").asText("");
      boolean said = !word.isBlank() && word.startsWith("w");
      if (said) {
        (activity.get("isPrivate").asBoolean() ? notes : words).add(word);
      }
    }
    view.put("words", Told.sorted(words).toString());
    view.put("notes", Told.sorted(notes).toString());
    view.put(
        "files",
        names(
            taas("GET", "/tickets/" + number + "/attachments", "").ok().json("items"), "filename"));
    view.put("tags", names(ticket.get("tags"), "text"));
    return Optional.of(view);
  }

  Optional<TreeMap<String, String>> seenByPanel(long number) {
    Answer answer = panel("GET", "/tickets/" + number, "");
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode ticket = answer.ok().json();
    TreeMap<String, String> view = new TreeMap<>();
    view.put("subject", ticket.get("summary").asText());
    view.put(
        "state",
        "%s %s %s"
            .formatted(
                ticket.get("status_key").asText(),
                ticket.get("is_closed").asText(),
                ticket.get("is_resolved").asText()));
    List<String> words = new ArrayList<>();
    int files = 0;
    for (JsonNode comment :
        panel("GET", "/tickets/" + number + "/comments", "").ok().json().get("items")) {
      String word = comment.get("body").asText();
      files += comment.get("files").size();
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    view.put("description", words.isEmpty() ? "" : words.remove(0));
    view.put("words", Told.sorted(words).toString());
    view.put("files", Integer.toString(files));
    JsonNode vote = ticket.get("vote");
    view.put("vote", vote.isNull() ? "-" : vote.get("score").asText());
    return Optional.of(view);
  }
}
