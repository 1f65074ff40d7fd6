package org.polydesk.adapter.persistence.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.domain.user.EmailAddress;

/**
 * Lists that are always read whole, as one text: values with commas between them. No value may hold
 * a comma itself.
 */
public final class Compact {
  private static final String COMMA = ",";

  private Compact() {}

  /** Values as one text; empty for none. */
  public static String text(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(COMMA));
  }

  /** The values of a text that {@link #text} made. */
  public static <T> List<T> list(String text, Function<String, T> value) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(COMMA)).map(value).toList();
  }

  /** Whole numbers. */
  public static List<Integer> integers(String text) {
    return list(text, Integer::valueOf);
  }

  /** E-mail addresses, none of which has a comma. */
  public static List<EmailAddress> addresses(String text) {
    return list(text, EmailAddress::restore);
  }
}
