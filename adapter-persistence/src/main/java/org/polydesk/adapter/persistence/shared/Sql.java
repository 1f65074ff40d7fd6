package org.polydesk.adapter.persistence.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A statement that is put together from parts: its text, and what its parameters are set to. Texts
 * are ours, never a client's.
 */
public final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<Consumer<Parameters>> parameters = new ArrayList<>();

  /** Goes on with a part that has no parameters. */
  public Sql add(String part) {
    text.append(part);
    return this;
  }

  /** Goes on with a part whose parameters {@code bound} sets. */
  public Sql add(String part, Consumer<Parameters> bound) {
    parameters.add(bound);
    return add(part);
  }

  /** Goes on with another one. */
  public Sql add(Sql other) {
    text.append(other.text);
    parameters.addAll(other.parameters);
    return this;
  }

  /** Several of them with {@code separator} between. */
  public static Sql joined(List<Sql> parts, String separator) {
    Sql all = new Sql();
    for (int i = 0; i < parts.size(); i++) {
      all.add(i == 0 ? "" : separator).add(parts.get(i));
    }
    return all;
  }

  public String text() {
    return text.toString();
  }

  /** Sets all parameters. */
  public void bind(Parameters bound) {
    parameters.forEach(part -> part.accept(bound));
  }
}
