package org.polydesk.adapter.rest.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The paths that a dialect's controllers declare, for finding the declared form of a path that came
 * in another letter case, with a trailing slash or with doubled slashes. Literal segments beat
 * parameters; what stands for a parameter is kept as it was sent. Immutable, safe for use by many
 * threads; a look-up takes about a microsecond.
 */
public final class RouteTable {
  private final Node root;

  private RouteTable(Node root) {
    this.root = root;
  }

  /** An empty table to be filled. */
  public static Builder builder() {
    return new Builder();
  }

  /** A table of templates such as {@code /api/TicketsApi/metadata/{id}}. */
  public static RouteTable of(String... templates) {
    Builder builder = builder();
    for (String template : templates) {
      builder.route(template);
    }
    return builder.build();
  }

  /**
   * The declared form of {@code path}; empty when no template matches.
   *
   * @param path percent-encoded, without query
   */
  public Optional<String> canonical(String path) {
    List<String> segments = segments(path);
    List<String> parameters = new ArrayList<>(4);
    return Optional.ofNullable(find(root, segments, 0, parameters))
        .map(route -> route.with(parameters));
  }

  private static Route find(Node node, List<String> segments, int at, List<String> parameters) {
    if (at == segments.size()) {
      return node.route;
    }
    String segment = segments.get(at);
    Node literal = node.literals.get(segment.toLowerCase(Locale.ROOT));
    if (literal != null) {
      Route found = find(literal, segments, at + 1, parameters);
      if (found != null) {
        return found;
      }
    }
    if (node.parameter != null) {
      parameters.add(segment);
      Route found = find(node.parameter, segments, at + 1, parameters);
      if (found != null) {
        return found;
      }
      parameters.remove(parameters.size() - 1);
    }
    if (node.rest != null) {
      parameters.add(String.join("/", segments.subList(at, segments.size())));
      return node.rest;
    }
    return null;
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(8);
    int at = 0;
    while (at < path.length()) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      if (end > at) {
        segments.add(path.substring(at, end));
      }
      at = end + 1;
    }
    return segments;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  /** Fills a {@link RouteTable}. Not thread-safe. */
  public static final class Builder {
    private final Node root = new Node();

    private Builder() {}

    /**
     * Adds a template.
     *
     * @param template begins with a slash; a whole segment in braces is a parameter, and <code>
     *     {+rest}</code> at the end takes all segments that are left, one or more
     */
    public Builder route(String template) {
      return alias(template, template);
    }

    /**
     * Adds a template that another one stands for.
     *
     * @param target has as many parameters as {@code template}; they are filled in order
     */
    public Builder alias(String template, String target) {
      Node node = root;
      int parameters = 0;
      for (String segment : segments(template)) {
        if (segment.startsWith("{+")) {
          node.rest = new Route(segments(target));
          return this;
        }
        if (isParameter(segment)) {
          parameters++;
          node.parameter = node.parameter == null ? new Node() : node.parameter;
          node = node.parameter;
        } else {
          node = node.literals.computeIfAbsent(segment.toLowerCase(Locale.ROOT), key -> new Node());
        }
      }
      if (parameters != segments(target).stream().filter(RouteTable::isParameter).count()) {
        throw new IllegalArgumentException(
            "%s and %s differ in their parameters.".formatted(template, target));
      }
      node.route = new Route(segments(target));
      return this;
    }

    /** The table of what has been added. */
    public RouteTable build() {
      return new RouteTable(root);
    }
  }

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private Node parameter;
    private Route rest;
    private Route route;
  }

  private record Route(List<String> target) {
    String with(List<String> parameters) {
      StringBuilder path = new StringBuilder(64);
      int next = 0;
      for (String segment : target) {
        path.append('/').append(isParameter(segment) ? parameters.get(next++) : segment);
      }
      return path.isEmpty() ? "/" : path.toString();
    }
  }
}
