package org.polydesk.adapter.rest.simple.panel.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.application.shared.Edit;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.Uuids;

/**
 * Reads the members of a request's JSON object and gathers everything that is wrong with them. A
 * member that is null is absent. Source: docs/dialects/panel.md, section "Requests".
 */
public final class PanelBody {
  /** Bodies that are read; none at all is an object without members. */
  public static final Set<BodyKind> BODIES = Set.of(BodyKind.JSON);

  private static final int MOST_TEXT = 50_000;
  private static final int MOST_NAME = 255;
  private static final int MOST_FILES = 10;
  private static final int MOST_EMAILS = 100;

  private final Optional<JsonNode> object;
  private final Violations found = new Violations();

  public PanelBody(RequestForm form) {
    this.object = form.json();
  }

  /** Refuses the request if anything was wrong. */
  public void orThrow() {
    found.orThrow();
  }

  /** Where what else is wrong goes. */
  public Violations found() {
    return found;
  }

  private Optional<JsonNode> member(String name) {
    return object.map(node -> node.get(name)).filter(node -> !node.isNull());
  }

  /** Whether the member was sent, be it null. */
  public boolean has(String name) {
    return object.filter(node -> node.has(name)).isPresent();
  }

  /** Refuses a null where it could mean to keep as well as to clear. */
  public void refuseNull(String name) {
    found.addIf(has(name) && member(name).isEmpty(), Violation.malformed(name, "null"));
  }

  /** A text of 1 to so many characters; empty when it is absent or wrong. */
  public Optional<String> text(String name, int atMost) {
    Optional<JsonNode> node = member(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.get().isTextual()) {
      found.add(Violation.malformed(name, node.get().asText()));
      return Optional.empty();
    }
    String text = node.get().textValue();
    List<Violation> wrong =
        Violations.of(name).required(text).atMost(atMost, text).storable(text).toList();
    found.addAll(wrong);
    return wrong.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  /** A name of 1 to 255 characters. */
  public Optional<String> name(String name) {
    return text(name, MOST_NAME);
  }

  /** What is said in a vote: 1 to 50,000 characters. */
  public Optional<String> comment(String name) {
    return text(name, MOST_TEXT);
  }

  /** A plain text of 1 to 50,000 characters that must be there. */
  public Body requiredBody(String name) {
    found.addIf(member(name).isEmpty(), Violation.required(name));
    return Body.plain(text(name, MOST_TEXT).orElse(""));
  }

  /** A whole number of 32 bits. */
  public Optional<Integer> integer(String name) {
    Optional<JsonNode> node = member(name);
    boolean good = node.filter(n -> n.isIntegralNumber() && n.canConvertToInt()).isPresent();
    found.addIf(
        node.isPresent() && !good,
        Violation.malformed(name, node.map(JsonNode::asText).orElse("")));
    return good ? node.map(JsonNode::intValue) : Optional.empty();
  }

  /** A whole number that must be there; 0 when it is not, which is a violation. */
  public int requiredInteger(String name) {
    found.addIf(member(name).isEmpty(), Violation.required(name));
    return integer(name).orElse(0);
  }

  /** Keys of files, 1 to 10 of them; none when the member is absent. */
  public List<UUID> files() {
    List<UUID> keys = new ArrayList<>();
    for (String text : texts("files", MOST_FILES, false)) {
      Optional<UUID> key = Uuids.parse(text);
      found.addIf(key.isEmpty(), Violation.malformed("files", text));
      key.ifPresent(keys::add);
    }
    return keys.stream().distinct().toList();
  }

  /**
   * Addresses.
   *
   * @param mayBeNone whether there may be none of them in the list
   */
  public Optional<List<EmailAddress>> emails(String name, boolean mayBeNone) {
    if (member(name).isEmpty()) {
      return Optional.empty();
    }
    List<EmailAddress> addresses = new ArrayList<>();
    for (String text : texts(name, MOST_EMAILS, mayBeNone)) {
      List<Violation> wrong = EmailAddress.violationsOf(name, text);
      found.addAll(wrong);
      if (wrong.isEmpty()) {
        addresses.add(new EmailAddress(text));
      }
    }
    return Optional.of(addresses);
  }

  /** Exactly one text in a list; empty when the member is absent. */
  public Optional<String> onlyOne(String name) {
    return texts(name, 1, false).stream().findFirst();
  }

  /** A name that can be set, set to none or left as it is. */
  public Edit<String> editedName(String name) {
    return has(name) ? Edit.set(name(name)) : Edit.keep();
  }

  private List<String> texts(String name, int atMost, boolean mayBeNone) {
    Optional<JsonNode> node = member(name);
    if (node.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    boolean list = node.get().isArray();
    if (list) {
      for (JsonNode item : node.get()) {
        found.addIf(!item.isTextual(), Violation.malformed(name, item.asText()));
        texts.add(item.isTextual() ? item.textValue() : "");
      }
    }
    found.addIf(!list, Violation.malformed(name, node.get().asText()));
    boolean count = texts.size() <= atMost && (mayBeNone || !texts.isEmpty());
    found.addIf(
        list && !count,
        Violation.refused(name, "%s must have 1 to %d items.".formatted(name, atMost)));
    return count ? texts : List.of();
  }
}
