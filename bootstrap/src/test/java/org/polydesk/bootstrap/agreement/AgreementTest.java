package org.polydesk.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Walks random commands through random doors and finds the doors in agreement after each step. The
 * seed is printed; {@code -Dagreement.seed=…} walks another way and {@code -Dagreement.steps=…}
 * further.
 */
final class AgreementTest {
  private static final int MOST_TICKETS = 12;

  /** Every build walks the same way, so that it fails only for what was changed. */
  private static final long BUILDS_SEED = 20_261_126;

  private static final String CAROL = "d0000000-0000-4000-8000-000000000005";

  private static int stepsOn(Store store) {
    return Integer.getInteger("agreement.steps", store == Store.H2 ? 2_000 : 400);
  }

  private static long seed() {
    return Long.getLong("agreement.seed", BUILDS_SEED);
  }

  @ParameterizedTest
  @EnumSource
  void theFourDoorsShouldAgree(Store store) {
    long seed = seed();
    System.out.println("agreement: seed %d on %s".formatted(seed, store));
    try (TestDesk desk = TestDesk.running(store)) {
      new Walk(new Doors(desk), seed).go(stepsOn(store));
    }
  }

  /** A reopening that one door does not tell, a note that leaks, a state in a wrong word. */
  @Test
  void plantedFaultsShouldBeFound() {
    try (TestDesk desk = TestDesk.running(Store.H2)) {
      for (Doors faulty :
          List.of(
              new Doors(desk) {
                @Override
                Optional<TreeMap<String, String>> seenByHelpdesk(String user, long number) {
                  return super.seenByHelpdesk(user, number)
                      .map(view -> with(view, "state", "107 Reopened", "3 Closed"));
                }
              },
              new Doors(desk) {
                @Override
                Optional<TreeMap<String, String>> seenByPanel(long number) {
                  Optional<TreeMap<String, String>> view = super.seenByPanel(number);
                  Optional<String> notes =
                      super.seenByHelpdesk("alice", number).map(staff -> staff.get("notes"));
                  view.ifPresent(
                      v -> notes.filter(n -> !n.equals("[]")).ifPresent(n -> v.put("words", n)));
                  return view;
                }
              },
              new Doors(desk) {
                @Override
                Optional<TreeMap<String, String>> seenByTaas(long number) {
                  return super.seenByTaas(number)
                      .map(view -> with(view, "state", "Started", "In Progress"));
                }
              })) {
        AssertionError found =
            assertThrows(AssertionError.class, () -> new Walk(faulty, 42).go(1_000));
        assertTrue(found.getMessage().contains(" after ["), found.getMessage());
      }
    }
  }

  private static TreeMap<String, String> with(
      TreeMap<String, String> view, String key, String told, String fault) {
    view.replace(key, told, fault);
    return view;
  }

  /** One walk and its model. */
  private static final class Walk {
    private final Doors doors;
    private final Random random;
    private final List<Told> tickets = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private int words;

    Walk(Doors doors, long seed) {
      this.doors = doors;
      this.random = new Random(seed);
    }

    void go(int steps) {
      for (int i = 0; i < steps; i++) {
        Told ticket = tickets.isEmpty() ? open() : step();
        check(ticket);
      }
    }

    private void check(Told ticket) {
      boolean gone = ticket.gone;
      agree("tikting", gone, ticket.tikting(), doors.seenByTikting(ticket.number));
      agree("staff", gone, ticket.helpdesk(true), doors.seenByHelpdesk("alice", ticket.number));
      agree("client", gone, ticket.helpdesk(false), doors.seenByHelpdesk("carol", ticket.number));
      agree("taas", gone, ticket.taas(), doors.seenByTaas(ticket.number));
      agree("panel", gone, ticket.panel(), doors.seenByPanel(ticket.number));
      if (gone) {
        tickets.remove(ticket);
      }
    }

    private void agree(
        String door,
        boolean gone,
        TreeMap<String, String> expected,
        Optional<TreeMap<String, String>> seen) {
      assertEquals(
          gone ? Optional.empty() : Optional.of(expected),
          seen,
          () -> door + " after " + trace.subList(Math.max(0, trace.size() - 12), trace.size()));
    }

    private boolean flip() {
      return random.nextBoolean();
    }

    private String word() {
      return "w%d %s".formatted(++words, UUID.nameUUIDFromBytes(new byte[] {(byte) words}));
    }

    private void note(String what) {
      trace.add(what);
    }

    private Told open() {
      String subject = "s" + ++words;
      String text = word();
      int door = random.nextInt(4);
      note("open " + door);
      Told opened =
          switch (door) {
            case 0 -> {
              JsonNode made =
                  doors
                      .tikting(
                          "alice",
                          "/register",
                          "Title",
                          subject,
                          "Description",
                          text,
                          "CreatorId",
                          CAROL,
                          "SiteId",
                          "1",
                          "DepartmentId",
                          "1",
                          "TicketStatusId",
                          "1",
                          "TicketType",
                          "1",
                          "TicketPriorityId",
                          "3",
                          "TicketCategoryId",
                          "10")
                      .has(201)
                      .json();
              yield new Told(made.get("id").asLong(), subject, text, 3);
            }
            case 1 ->
                new Told(
                    Long.parseLong(
                        doors
                            .helpdesk(
                                "carol",
                                "ticket",
                                "categoryId",
                                "11",
                                "subject",
                                subject,
                                "body",
                                text)
                            .ok()
                            .body()),
                    subject,
                    text,
                    2);
            case 2 -> {
              JsonNode made =
                  doors
                      .panel(
                          "POST",
                          "/tickets",
                          "{\"summary\":\"%s\",\"comment_body\":\"%s\"}".formatted(subject, text))
                      .ok()
                      .json();
              yield new Told(made.get("number").asLong(), subject, text, 2);
            }
            default -> {
              JsonNode made =
                  doors
                      .taas(
                          "POST",
                          "/tickets",
                          """
                          {"ticket":{"title":"%s","description":"%s","priority":"Urgent",
                           "requestor":%s},"user":%s}
                          """
                              .formatted(
                                  subject, text, Doors.person("carol"), Doors.person("alice")))
                      .has(201)
                      .json()
                      .get("item");
              yield new Told(made.get("ticketNo").asLong(), subject, text, 4);
            }
          };
      tickets.add(opened);
      return opened;
    }

    private Told step() {
      if (tickets.size() < MOST_TICKETS && random.nextInt(6) == 0) {
        return open();
      }
      Told ticket = tickets.get(random.nextInt(tickets.size()));
      switch (random.nextInt(16)) {
        case 0, 1 -> staffReplies(ticket);
        case 2, 3 -> clientReplies(ticket);
        case 4 -> notes(ticket);
        case 5 -> assigns(ticket);
        case 6, 7 -> moves(ticket);
        case 8 -> closes(ticket);
        case 9 -> resolves(ticket);
        case 10 -> renames(ticket);
        case 11 -> attaches(ticket);
        case 12 -> tags(ticket);
        case 13 -> votes(ticket);
        case 14 -> goes(ticket);
        default -> {
          if (random.nextInt(4) == 0) {
            removes(ticket);
          } else {
            prices(ticket);
          }
        }
      }
      return ticket;
    }

    private void staffReplies(Told ticket) {
      String word = word();
      int door = random.nextInt(3);
      note("staff replies %d to %d %s".formatted(door, ticket.number, ticket.state));
      String id = Long.toString(ticket.number);
      switch (door) {
        case 0 ->
            doors
                .tikting(
                    "alice",
                    "/reply/" + id,
                    "Id",
                    id,
                    "Title",
                    "t",
                    "SendTo",
                    "carol@acme.test",
                    "Message",
                    word)
                .ok();
        case 1 -> doors.helpdesk("alice", "comment", "id", id, "body", word).ok();
        default -> comment(ticket, word, "alice", false).has(201);
      }
      ticket.staffSaid(word);
    }

    private Answer comment(Told ticket, String word, String user, boolean hidden) {
      return doors.taas(
          "POST",
          "/tickets/" + ticket.number + "/activities",
          "{\"comment\":\"%s\",\"isPrivate\":%s,\"user\":%s}"
              .formatted(word, hidden, Doors.person(user)));
    }

    private void clientReplies(Told ticket) {
      String word = word();
      int door = random.nextInt(4);
      note("client replies %d to %d %s".formatted(door, ticket.number, ticket.state));
      String id = Long.toString(ticket.number);
      switch (door) {
        case 0 ->
            doors
                .tikting(
                    "carol",
                    "/reqreply/" + id,
                    "Id",
                    id,
                    "Username",
                    "carol",
                    "Title",
                    "t",
                    "Message",
                    word)
                .ok();
        case 1 -> doors.helpdesk("carol", "comment", "id", id, "body", word).ok();
        case 2 -> comment(ticket, word, "carol", false).has(201);
        default -> {
          boolean closed = ticket.state.equals("Closed");
          doors
              .panel(
                  "POST",
                  "/tickets/%s/%s".formatted(id, closed ? "reopen" : "comments"),
                  "{\"body\":\"%s\"}".formatted(word))
              .ok();
        }
      }
      ticket.clientSaid(word);
    }

    private void attaches(Told ticket) {
      String file = "f%d.txt".formatted(++words);
      int door = random.nextInt(4);
      note("attach %s to %d %s through %d".formatted(file, ticket.number, ticket.state, door));
      ticket.files.add(file);
      if (door < 3) {
        doors.attach(door, ticket.number, file);
        return;
      }
      String word = word();
      boolean closed = ticket.state.equals("Closed");
      doors
          .panel(
              "POST",
              "/tickets/%d/%s".formatted(ticket.number, closed ? "reopen" : "comments"),
              "{\"body\":\"%s\",\"files\":[\"%s\"]}".formatted(word, doors.panelFile(file)))
          .ok();
      ticket.clientSaid(word);
    }

    private void tags(Told ticket) {
      String tag = "tag" + random.nextInt(5);
      note("tag %d with %s".formatted(ticket.number, tag));
      if (flip()) {
        doors
            .helpdesk("alice", "UpdateTicket", "id", Long.toString(ticket.number), "tags", tag)
            .ok();
      } else {
        change(ticket, "\"tags\":[{\"text\":\"%s\"}]".formatted(tag));
      }
      ticket.tags.clear();
      ticket.tags.add(tag);
    }

    private void votes(Told ticket) {
      int score = 1 + random.nextInt(10);
      note("vote %d on %d".formatted(score, ticket.number));
      doors
          .panel(
              flip() ? "POST" : "PUT",
              "/tickets/%d/vote".formatted(ticket.number),
              "{\"score\":%d}".formatted(score))
          .ok();
      ticket.vote = Integer.toString(score);
    }

    private void notes(Told ticket) {
      String word = word();
      note("note on %d".formatted(ticket.number));
      if (flip()) {
        doors
            .helpdesk(
                "alice",
                "comment",
                "id",
                Long.toString(ticket.number),
                "body",
                word,
                "forTechsOnly",
                "true")
            .ok();
      } else {
        comment(ticket, word, "alice", true).has(201);
      }
      ticket.notes.add(word);
    }

    private void assigns(Told ticket) {
      boolean toAlice = flip();
      String name = toAlice ? "alice" : "bob";
      note("assign %d to %s".formatted(ticket.number, name));
      if (flip()) {
        doors
            .helpdesk(
                "alice",
                "UpdateTicket",
                "id",
                Long.toString(ticket.number),
                "assignedUserId",
                toAlice ? "2" : "3")
            .ok();
      } else {
        change(ticket, "\"assignee\":" + Doors.person(name));
      }
      ticket.technician = Optional.of(name);
    }

    private void change(Told ticket, String member) {
      doors
          .taas(
              "PUT",
              "/tickets/" + ticket.number,
              "{\"%s\":{%s},\"user\":%s}"
                  .formatted(flip() ? "ticket" : "updates", member, Doors.person("alice")))
          .ok();
    }

    /** To a status of its own row, through the doors that know rows. */
    private void moves(Told ticket) {
      List<String> states = List.of("Open", "Pending", "On Hold", "In Progress", "Resolved");
      String state = states.get(random.nextInt(states.size()));
      boolean refused = ticket.state.equals("Closed") && state.equals("Resolved");
      note("move %d from %s to %s".formatted(ticket.number, ticket.state, state));
      String id = Long.toString(ticket.number);
      boolean tikting = flip();
      Answer answer =
          tikting
              ? doors.tikting(
                  "alice",
                  "/update/" + id,
                  "Id",
                  id,
                  "CreatorId",
                  CAROL,
                  "TicketStatusId",
                  row(state))
              : doors.helpdesk("alice", "UpdateTicket", "id", id, "statusId", helpdeskRow(state));
      answer.has(refused ? 400 : tikting ? 204 : 200);
      if (!refused) {
        ticket.state = state;
      }
    }

    private static String row(String state) {
      return switch (state) {
        case "Open" -> "1";
        case "Pending" -> "2";
        case "Resolved" -> "3";
        case "On Hold" -> "5";
        default -> "6";
      };
    }

    private static String helpdeskRow(String state) {
      return switch (state) {
        case "Open" -> "1";
        case "Pending" -> "102";
        case "Resolved" -> "103";
        case "On Hold" -> "105";
        default -> "2";
      };
    }

    /** To a state by its word, through the door that knows no more than words. */
    private void goes(Told ticket) {
      String word = List.of("Open", "Started", "In Progress", "Reopened").get(random.nextInt(4));
      note("go %d from %s to %s".formatted(ticket.number, ticket.state, word));
      Optional<String> next =
          switch (word) {
            case "Open" -> Optional.of("Open").filter(ticket.state::equals);
            case "Reopened" ->
                Optional.of("Reopened").filter(s -> ticket.isDone() || s.equals(ticket.state));
            default -> Optional.of("In Progress").filter(s -> !ticket.isDone());
          };
      status(ticket, word).has(next.isPresent() ? 200 : 400);
      ticket.state = next.orElse(ticket.state);
    }

    private void closes(Told ticket) {
      int door = random.nextInt(4);
      note("close %d %s through %d".formatted(ticket.number, ticket.state, door));
      String id = Long.toString(ticket.number);
      switch (door) {
        case 0 ->
            doors
                .tikting(
                    "alice",
                    "/close/" + id,
                    "TicketId",
                    id,
                    "CloseBy",
                    "a1b2c3d4-e5f6-7890-abcd-ef1234567890")
                .has(ticket.state.equals("Closed") ? 200 : 204);
        case 1 -> doors.helpdesk(flip() ? "alice" : "carol", "Close", "id", id).ok();
        case 2 -> doors.panel("POST", "/tickets/" + id + "/close", "").ok();
        default -> status(ticket, "Closed").ok();
      }
      ticket.state = "Closed";
    }

    private Answer status(Told ticket, String state) {
      return doors.taas(
          flip() ? "PUT" : "POST",
          "/tickets/" + ticket.number + "/status",
          "{\"status\":\"%s\",\"user\":%s}".formatted(state, Doors.person("alice")));
    }

    private void resolves(Told ticket) {
      boolean tikting = flip();
      note("resolve %d %s".formatted(ticket.number, ticket.state));
      String id = Long.toString(ticket.number);
      if (!tikting) {
        boolean refused = ticket.state.equals("Closed");
        status(ticket, "Resolved").has(refused ? 400 : 200);
        ticket.state = refused ? "Closed" : "Resolved";
        return;
      }
      String word = word();
      doors
          .tikting(
              "alice",
              "/resolve/" + id,
              "TicketId",
              id,
              "Details",
              word,
              "SubmitBy",
              "a1b2c3d4-e5f6-7890-abcd-ef1234567890")
          .ok();
      if (!ticket.isDone()) {
        ticket.words.add(word);
        ticket.state = "Resolved";
      }
    }

    private void renames(Told ticket) {
      String subject = "s" + ++words;
      note("rename %d".formatted(ticket.number));
      if (flip()) {
        doors
            .helpdesk(
                flip() ? "alice" : "carol",
                "UpdateTicket",
                "id",
                Long.toString(ticket.number),
                "subject",
                subject)
            .ok();
      } else {
        change(ticket, "\"title\":\"%s\"".formatted(subject));
      }
      ticket.subject = subject;
    }

    private void prices(Told ticket) {
      int priority = 1 + random.nextInt(4);
      note("price %d at %d".formatted(ticket.number, priority));
      if (flip()) {
        doors
            .helpdesk(
                "alice",
                "UpdateTicket",
                "id",
                Long.toString(ticket.number),
                "priority",
                Integer.toString(priority - 2))
            .ok();
      } else {
        change(
            ticket,
            "\"priority\":\"%s\""
                .formatted(List.of("Low", "Medium", "Important", "Urgent").get(priority - 1)));
      }
      ticket.priority = priority;
    }

    private void removes(Told ticket) {
      Optional<Told> survivor =
          tickets.stream().filter(other -> other != ticket).findFirst().filter(o -> flip());
      note("remove %d into %s".formatted(ticket.number, survivor.map(s -> s.number)));
      String id = Long.toString(ticket.number);
      if (survivor.isPresent()) {
        Told kept = survivor.get();
        doors.helpdesk("alice", "MergeTickets", "id", Long.toString(kept.number), "id2", id).ok();
        kept.words.add(ticket.description);
        kept.words.addAll(ticket.words);
        kept.notes.addAll(ticket.notes);
        kept.files.addAll(ticket.files);
        ticket.gone = true;
        check(kept);
        return;
      }
      if (flip()) {
        doors.helpdesk("admin", "deleteTicket", "id", id).ok();
      } else {
        doors.tiktingGet("DELETE", "admin", ticket.number).ok();
      }
      ticket.gone = true;
    }
  }
}
