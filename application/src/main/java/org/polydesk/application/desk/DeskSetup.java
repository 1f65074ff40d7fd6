package org.polydesk.application.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CustomFields;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.sla.SlaCatalogue;

/** How one desk is set up, as it is at one moment. */
public record DeskSetup(Desk desk, Catalogue catalogue, SlaCatalogue slas, CustomFields fields) {
  public DeskSetup {
    Objects.requireNonNull(desk, "desk");
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(slas, "slas");
    Objects.requireNonNull(fields, "fields");
  }

  /** A desk without custom fields. */
  public DeskSetup(Desk desk, Catalogue catalogue, SlaCatalogue slas) {
    this(desk, catalogue, slas, CustomFields.NONE);
  }

  /** The same with other lists. */
  public DeskSetup with(Catalogue next) {
    return new DeskSetup(desk, next, slas, fields);
  }

  /**
   * What is kept when this setup is saved in the place of {@code earlier}: catalogue rows that are
   * not here become inactive, and so do custom fields; statuses, tags, calendars and policies that
   * are not here stay, for tickets may name them; everything else is as it is here.
   */
  public DeskSetup replacing(DeskSetup earlier) {
    return new DeskSetup(
        desk,
        catalogue.replacing(earlier.catalogue),
        new SlaCatalogue(
            union(earlier.slas.calendars(), slas.calendars()),
            union(earlier.slas.policies(), slas.policies()),
            slas.rules(),
            slas.defaultPolicy()),
        fields.replacing(earlier.fields));
  }

  private static <K, V> Map<K, V> union(Map<K, V> earlier, Map<K, V> now) {
    Map<K, V> all = new HashMap<>(earlier);
    all.putAll(now);
    return all;
  }
}
