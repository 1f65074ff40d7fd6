package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes scripts for pgbench out of what PostgreSQL logged while a desk answered one request after
 * another: the same statements with their values written in. Keys and numbers become variables, so
 * that the script can be run over and over.
 *
 * <p>Takes the log, whose lines begin with {@code %p %n}; what {@link Once} printed; the directory
 * for {@code 001.sql} and so on; how many tickets there are.
 */
public final class PgbenchScripts {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^(\\d+) (\\d+\\.\\d+) LOG:  (?:execute [^:]*|statement): (.*)$", Pattern.DOTALL);
  private static final Pattern PARAMETERS =
      Pattern.compile("^(\\d+) (\\d+\\.\\d+) DETAIL:  [Pp]arameters: (.*)$", Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");
  private static final Pattern INSERT =
      Pattern.compile("insert into (\\w+) \\(([^)]*)\\)\\s+values \\((.*)\\)", Pattern.DOTALL);
  private static final Set<String> RANDOM = Set.of("guid", "delivery_id", "public_id");
  private static final Set<String> CHANGED =
      Set.of("status_id", "status_type", "updated_at", "first_response_at");

  /** What a server asks for by itself, and what it asks only now and then. */
  private static final List<String> UNASKED =
      List.of(
          "setup_version",
          "first_key",
          "next_event_at is not null and next_event_at <=",
          "past_due = false and due_in_force_at < $2\nand status_type",
          "select desk_id from desk ",
          "delete from attachment where ticket_id is null",
          "from outbox",
          "update outbox");

  private final String sample;
  private final long tickets;
  private int keys;

  private PgbenchScripts(String sample, long tickets) {
    this.sample = sample;
    this.tickets = tickets;
  }

  /**
   * A statement as it was logged.
   *
   * @param at milliseconds since 1970
   * @param values what stood for {@code $1} and so on
   */
  private record Sent(String backend, long at, String sql, Map<Integer, String> values) {}

  /** Writes the scripts. */
  public static void main(String[] words) throws IOException {
    List<Sent> sent = read(Path.of(words[0]));
    int number = 0;
    for (String operation : Files.readAllLines(Path.of(words[1]))) {
      String[] parts = operation.split("\t");
      List<Sent> request =
          sent.stream()
              .filter(each -> each.at() >= Long.parseLong(parts[0]) - 2)
              .filter(each -> each.at() <= Long.parseLong(parts[1]) + 2)
              .filter(each -> UNASKED.stream().noneMatch(each.sql()::contains))
              .toList();
      String script = new PgbenchScripts(parts[2], Long.parseLong(words[3])).script(request);
      Files.writeString(Path.of(words[2]).resolve("%03d.sql".formatted(++number)), script);
    }
  }

  private static List<Sent> read(Path log) throws IOException {
    List<String> records = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      if (line.startsWith("\t") && !records.isEmpty()) {
        records.set(records.size() - 1, records.get(records.size() - 1) + "\n" + line.strip());
      } else {
        records.add(line);
      }
    }
    List<Sent> all = new ArrayList<>();
    for (String each : records) {
      Matcher statement = STATEMENT.matcher(each);
      Matcher parameters = PARAMETERS.matcher(each);
      if (statement.matches()) {
        all.add(
            new Sent(
                statement.group(1),
                Math.round(1000 * Double.parseDouble(statement.group(2))),
                statement.group(3).strip(),
                new LinkedHashMap<>()));
      } else if (parameters.matches() && !all.isEmpty()) {
        Matcher value = PARAMETER.matcher(parameters.group(3));
        while (value.find()) {
          all.get(all.size() - 1).values().put(Integer.valueOf(value.group(1)), value.group(2));
        }
      }
    }
    return all;
  }

  private String script(List<Sent> request) {
    StringBuilder script = new StringBuilder("\\set n random(1, %d)\n".formatted(tickets));
    script.append("\\set n case when :n % 200 = 0 then :n - 1 else :n end\n");
    boolean registers = request.stream().anyMatch(each -> each.sql().contains("ticket_number_1"));
    for (int i = 0; i < request.size(); i++) {
      Sent each = request.get(i);
      boolean batched = each.sql().contains("sla_clock") && !each.sql().startsWith("select");
      boolean begins = batched && !request.get(i - 1).sql().equals(each.sql());
      boolean ends =
          batched && (i + 1 == request.size() || !request.get(i + 1).sql().equals(each.sql()));
      script
          .append(begins ? "\\startpipeline\n" : "")
          .append(filled(each, registers))
          .append(each.sql().contains("nextval(") ? " \\gset\n" : ";\n")
          .append(ends ? "\\endpipeline\n" : "");
    }
    return script.toString();
  }

  private String filled(Sent sent, boolean registers) {
    Map<Integer, String> columns = columns(sent.sql());
    String sql = sent.sql().replaceAll("version = \\$\\d+$", "version >= 0");
    if (sql.startsWith("update ticket ")) {
      Matcher set = Pattern.compile("(\\w+) = \\$\\d+(,| where)").matcher(sql);
      sql =
          set.replaceAll(
              found ->
                  CHANGED.contains(found.group(1))
                      ? Matcher.quoteReplacement(found.group())
                      : found.group(1)
                          + " = "
                          + found.group(1)
                          + (found.group(1).equals("version") ? " + 1" : "")
                          + found.group(2));
    }
    return Pattern.compile("\\$(\\d+)")
        .matcher(sql)
        .replaceAll(
            found -> {
              Integer position = Integer.valueOf(found.group(1));
              return Matcher.quoteReplacement(
                  value(
                      columns.getOrDefault(position, ""),
                      sent.values().getOrDefault(position, found.group()),
                      registers,
                      sent.sql().startsWith("insert")));
            });
  }

  private String value(String column, String literal, boolean registers, boolean inserted) {
    if (inserted && RANDOM.contains(column)) {
      return "gen_random_uuid()";
    }
    if (inserted && (column.equals("audit_id") || column.equals("outbox_id"))) {
      return "1000000000000 + 10 * :entry_id + " + keys++ % 10;
    }
    if (inserted && column.equals("entry_id") && !literal.equals("NULL")) {
      return ":entry_id";
    }
    if (registers) {
      return switch (column) {
        case "ticket_id" -> "1000000000000 + :ticket_number";
        case "ticket_number" -> ":ticket_number";
        case "entity_key" -> "(:ticket_number)::text";
        default -> literal;
      };
    }
    if (literal.equals("'" + sample + "'")) {
      return column.equals("entity_key") ? "(:n)::text" : ":n";
    }
    return literal.equals("'{" + sample + "}'") || literal.equals("'{\"" + sample + "\"}'")
        ? "array[:n]::bigint[]"
        : literal;
  }

  /** Which column each {@code $1} is compared with or put into. */
  private static Map<Integer, String> columns(String sql) {
    Map<Integer, String> columns = new LinkedHashMap<>();
    Matcher insert = INSERT.matcher(sql);
    if (insert.find()) {
      String[] names = insert.group(2).split(",");
      List<String> items = items(insert.group(3));
      for (int i = 0; i < Math.min(names.length, items.size()); i++) {
        if (items.get(i).matches("\\$\\d+")) {
          columns.put(Integer.valueOf(items.get(i).substring(1)), names[i].strip());
        }
      }
    }
    Matcher compared = Pattern.compile("(\\w+) = \\$(\\d+)").matcher(sql);
    while (compared.find()) {
      columns.put(Integer.valueOf(compared.group(2)), compared.group(1));
    }
    return columns;
  }

  /** What stands between the commas that are in no brackets. */
  private static List<String> items(String text) {
    int[] depth = {0};
    return List.of(
        text.chars()
            .mapToObj(
                c -> {
                  depth[0] += c == '(' ? 1 : c == ')' ? -1 : 0;
                  return c == ',' && depth[0] == 0 ? "\n\n" : String.valueOf((char) c);
                })
            .collect(Collectors.joining())
            .split("\\s*\n\n\\s*"));
  }
}
