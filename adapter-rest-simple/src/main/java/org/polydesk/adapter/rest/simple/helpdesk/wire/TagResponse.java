package org.polydesk.adapter.rest.simple.helpdesk.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.polydesk.domain.catalogue.Tag;

/**
 * A tag. How often it is used is not counted: the number is always 1. Source:
 * docs/dialects/helpdesk.md, section "Catalogue".
 */
public record TagResponse(
    @JsonProperty("TagID") int tagId, String name, @JsonProperty("TagCount") int count) {

  /** The tag as this dialect shows it. */
  public static TagResponse of(Tag tag) {
    return new TagResponse(tag.id(), tag.text(), 1);
  }
}
