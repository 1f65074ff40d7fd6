package org.polydesk.adapter.rest.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.domain.error.Texts;

/**
 * The parameters of a request under names whose case does not matter, values as they were sent.
 * {@code tags[]} and {@code tags[0]} are further values of {@code tags}. Immutable.
 */
public final class ParameterMap {
  /** No parameters at all. */
  public static final ParameterMap EMPTY = new ParameterMap(Map.of());

  private final Map<String, Parameter> byFoldedName;

  private ParameterMap(Map<String, Parameter> byFoldedName) {
    this.byFoldedName = byFoldedName;
  }

  /** An empty map to be filled. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether the parameter was sent, be it empty or a JSON {@code null}. */
  public boolean has(String name) {
    return byFoldedName.containsKey(folded(name));
  }

  /** Whether the parameter was sent as JSON {@code null} or as an empty JSON array. */
  public boolean isNull(String name) {
    Parameter parameter = byFoldedName.get(folded(name));
    return parameter != null && parameter.values.isEmpty();
  }

  /**
   * The first value, as it was sent; the empty text if that is what was sent, nothing if the
   * parameter is missing or {@code null}.
   */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All values in the order in which they were sent; empty when the parameter is missing. */
  public List<String> all(String name) {
    Parameter parameter = byFoldedName.get(folded(name));
    return parameter == null ? List.of() : Collections.unmodifiableList(parameter.values);
  }

  /** The names, each as it was sent first and without the suffix of a list. */
  public Set<String> names() {
    return byFoldedName.values().stream()
        .map(Parameter::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether nothing was sent. */
  public boolean isEmpty() {
    return byFoldedName.isEmpty();
  }

  /** These parameters and, under names that are not among them, those of {@code others}. */
  public ParameterMap orElse(ParameterMap others) {
    if (others.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return others;
    }
    Map<String, Parameter> union = new LinkedHashMap<>(byFoldedName);
    others.byFoldedName.forEach(union::putIfAbsent);
    return new ParameterMap(union);
  }

  /** Equal when the same names, in any case, have the same values in the same order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterMap map && values().equals(map.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  /** The names only: values may be secrets. */
  @Override
  public String toString() {
    return names().toString();
  }

  private Map<String, List<String>> values() {
    return byFoldedName.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().values));
  }

  /** Whether a name as it was sent, perhaps with the suffix of a list, means {@code name}. */
  public static boolean sameName(String sent, String name) {
    return folded(withoutListSuffix(sent)).equals(folded(name));
  }

  private static String folded(String name) {
    return Texts.folded(name);
  }

  private static String withoutListSuffix(String name) {
    if (!name.endsWith("]")) {
      return name;
    }
    int open = name.lastIndexOf('[');
    if (open <= 0) {
      return name;
    }
    for (int i = open + 1; i < name.length() - 1; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return name;
      }
    }
    return name.substring(0, open);
  }

  /** Fills a {@link ParameterMap}. Not thread-safe; not to be used after {@link #build}. */
  public static final class Builder {
    private final Map<String, Parameter> byFoldedName = new LinkedHashMap<>();

    private Builder() {}

    /** Adds one value. */
    public Builder add(String name, String value) {
      parameter(name).values.add(value);
      return this;
    }

    /** Adds a name without a value, as JSON {@code null} is. */
    public Builder addNull(String name) {
      parameter(name);
      return this;
    }

    /** The map of what has been added. */
    public ParameterMap build() {
      return byFoldedName.isEmpty() ? EMPTY : new ParameterMap(byFoldedName);
    }

    private Parameter parameter(String sent) {
      String name = withoutListSuffix(sent);
      return byFoldedName.computeIfAbsent(
          folded(name), key -> new Parameter(name, new ArrayList<>(1)));
    }
  }

  private record Parameter(String name, List<String> values) {}
}
