package org.polydesk.bootstrap.cli;

import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a delivery id as it is listed. */
final class DeliveryIdConverter implements ITypeConverter<UUID> {
  @Override
  public UUID convert(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "\"%s\" must be a delivery id such as 0f8fad5b-d9cb-469f-a165-70867728950e"
              .formatted(text));
    }
  }
}
