package org.polydesk.domain.asset;

import java.util.List;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * What can be read off an asset.
 *
 * @param modelName what it is, 1 to 255 characters, not all blank
 * @param serialNumber up to 255 characters; empty when it has none
 * @param location where it stands, up to 255 characters; empty when nobody knows
 * @param comments what else there is to say, up to 100 000 characters
 * @param quantity how many of it there are, 0 to 1 000 000 000
 */
public record AssetTraits(
    String modelName, String serialNumber, String location, String comments, int quantity) {
  public static final int MAX_LENGTH = 255;
  public static final int MAX_COMMENTS = 100_000;
  public static final int MAX_QUANTITY = 1_000_000_000;

  public AssetTraits {
    Violations.none(violationsOf(modelName, serialNumber, location, comments, quantity));
  }

  /** What is wrong with these values; empty when nothing is. */
  public static List<Violation> violationsOf(
      String modelName, String serialNumber, String location, String comments, int quantity) {
    return new Violations()
        .addAll(
            Violations.of("modelName")
                .required(modelName)
                .atMost(MAX_LENGTH, modelName)
                .storable(modelName)
                .toList())
        .addAll(text("serialNumber", MAX_LENGTH, serialNumber))
        .addAll(text("location", MAX_LENGTH, location))
        .addAll(text("comments", MAX_COMMENTS, comments))
        .addIf(
            quantity < 0 || quantity > MAX_QUANTITY,
            Violation.outOfRange("quantity", Integer.toString(quantity)))
        .toList();
  }

  private static List<Violation> text(String field, int limit, String text) {
    return Violations.of(field).atMost(limit, text).storable(text).toList();
  }
}
