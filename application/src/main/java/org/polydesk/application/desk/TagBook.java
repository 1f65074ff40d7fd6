package org.polydesk.application.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/** Finds tags by their texts and adds those that a desk does not have yet. */
@Singleton
public final class TagBook {
  /** The most tags that are named at once. */
  public static final int MOST_AT_ONCE = 100;

  private static final int MAX_LENGTH = 255;

  private final DeskSetups setups;

  @Inject
  public TagBook(DeskSetups setups) {
    this.setups = setups;
  }

  /**
   * A tag as somebody names it.
   *
   * @param category its tag category; empty for whichever has it, else the desk's default one
   * @param text 1 to 255 characters, without regard to case
   */
  public record TagName(Optional<UUID> category, String text) {
    public TagName {
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * The ids of these tags, in their order, once each; part of the caller's unit of work.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code tags} for a text that is no tag's, and
   *     for more than {@value #MOST_AT_ONCE} of them
   */
  public List<Integer> idsOf(DeskId desk, List<TagName> names) {
    Violations found = new Violations();
    if (names.size() > MOST_AT_ONCE) {
      String sentence = "There are more than %d tags.".formatted(MOST_AT_ONCE);
      throw DeskException.invalid(Violation.refused("tags", sentence));
    }
    names.forEach(
        name ->
            found.addAll(
                Violations.of("tags")
                    .required(name.text())
                    .atMost(MAX_LENGTH, name.text())
                    .storable(name.text())
                    .toList()));
    found.orThrow();
    DeskSetup setup = setups.existing(desk);
    boolean allThere = names.stream().allMatch(name -> find(setup, name).isPresent());
    DeskSetup complete = allThere ? setup : setups.change(desk, present -> withAll(present, names));
    return names.stream().map(name -> find(complete, name).orElseThrow().id()).distinct().toList();
  }

  private static Optional<Tag> find(DeskSetup setup, TagName name) {
    return named(setup, name).filter(tag -> !tag.deleted()).findFirst();
  }

  private static Stream<Tag> named(DeskSetup setup, TagName name) {
    String folded = Texts.folded(name.text().strip());
    return setup.catalogue().tags().stream()
        .filter(tag -> name.category().map(tag.category()::equals).orElse(true))
        .filter(tag -> Texts.folded(tag.text()).equals(folded));
  }

  private static DeskSetup withAll(DeskSetup setup, List<TagName> names) {
    DeskSetup complete = setup;
    for (TagName name : names) {
      if (find(complete, name).isEmpty()) {
        complete = with(complete, name);
      }
    }
    return complete;
  }

  /** A tag that was deleted and is named again is there again. */
  private static DeskSetup with(DeskSetup setup, TagName name) {
    Catalogue catalogue = setup.catalogue();
    List<Tag> tags = new ArrayList<>(catalogue.tags());
    Optional<Tag> deleted = named(setup, name).findFirst();
    if (deleted.isPresent()) {
      tags.replaceAll(tag -> tag.equals(deleted.get()) ? tag.restored() : tag);
    } else {
      int next = tags.stream().mapToInt(Tag::id).max().orElse(0) + 1;
      UUID category = name.category().orElseGet(() -> defaultCategory(setup));
      tags.add(new Tag(next, category, name.text().strip()));
    }
    return setup.with(catalogue.withTags(tags));
  }

  /** The first category that still is there, or one that is the desk's own. */
  private static UUID defaultCategory(DeskSetup setup) {
    return setup.catalogue().tags().stream()
        .map(Tag::category)
        .filter(category -> !setup.catalogue().tagCategory(category).deleted())
        .findFirst()
        .orElse(setup.desk().publicId());
  }
}
