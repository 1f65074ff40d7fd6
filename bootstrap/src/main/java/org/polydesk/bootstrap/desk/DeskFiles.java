package org.polydesk.bootstrap.desk;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/** Reads desks from YAML. A desk that includes {@code standard} begins with the built-in lists. */
public final class DeskFiles {
  private static final String INCLUDE = "include";
  private static final String STANDARD = "standard";
  private static final String SETTINGS = "settings";

  private static final ObjectMapper YAML =
      YAMLMapper.builder(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private DeskFiles() {}

  /** The desks of the demo. */
  public static List<DeskPlan> demo() {
    return builtInPlans("demo");
  }

  /** The desk that a server without any begins with: the standard lists, nobody in it. */
  public static DeskPlan firstDesk() {
    return builtInPlans("first").get(0);
  }

  /**
   * The desks of a file that an operator wrote. What it leaves out of a desk that is there stays as
   * it is.
   *
   * @param present how a desk is set up
   * @throws DeskException {@code INVALID_FIELD} with a sentence that says what is wrong
   */
  public static List<DeskPlan> read(Path file, Function<DeskId, Optional<DeskSetup>> present) {
    try (InputStream yaml = Files.newInputStream(file)) {
      return plans(YAML.readTree(yaml), present);
    } catch (JsonProcessingException e) {
      throw unreadable(file, "line %d is no YAML".formatted(e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read");
    } catch (DateTimeException | IllegalArgumentException e) {
      throw unreadable(file, e.getMessage());
    }
  }

  private static DeskException unreadable(Path file, String why) {
    return DeskException.invalid(Violation.refused("file", "%s: %s".formatted(file, why)));
  }

  private static List<DeskPlan> plans(
      JsonNode file, Function<DeskId, Optional<DeskSetup>> present) {
    List<DeskPlan> plans = new ArrayList<>();
    if (!file.path("desks").isArray()) {
      throw new IllegalArgumentException("there is no list of desks");
    }
    for (JsonNode desk : file.path("desks")) {
      plans.add(plan(desk, present));
    }
    return plans;
  }

  private static DeskPlan plan(JsonNode desk, Function<DeskId, Optional<DeskSetup>> present) {
    JsonNode id = desk.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong()) {
      throw new IllegalArgumentException("a desk has no number as its id");
    }
    Optional<DeskSetup> there = present.apply(new DeskId(id.longValue()));
    ObjectNode whole = YAML.createObjectNode();
    if (STANDARD.equals(desk.path(INCLUDE).asText())) {
      whole.setAll((ObjectNode) builtIn(STANDARD));
    } else {
      there.ifPresent(setup -> whole.set(SETTINGS, tree(setup.desk().settings())));
    }
    ObjectNode said = desk.deepCopy();
    if (whole.has(SETTINGS) && said.has(SETTINGS)) {
      said.set(SETTINGS, laidOver(whole.get(SETTINGS), said.get(SETTINGS)));
    }
    whole.setAll(said);
    whole.remove(INCLUDE);
    return DeskFileMapper.toPlan(shape(whole), there);
  }

  private static JsonNode tree(DeskSettings settings) {
    return YAML.valueToTree(DeskFileMapper.toPart(settings));
  }

  /** The first with everything that the second says, at any depth. */
  private static JsonNode laidOver(JsonNode first, JsonNode second) {
    if (first.isObject() && second.isNull()) {
      return first;
    }
    if (!first.isObject() || !second.isObject()) {
      return second;
    }
    ObjectNode both = first.deepCopy();
    for (Map.Entry<String, JsonNode> part : second.properties()) {
      both.set(part.getKey(), laidOver(first.path(part.getKey()), part.getValue()));
    }
    return both;
  }

  private static DeskFile shape(JsonNode desk) {
    try {
      return YAML.treeToValue(desk, DeskFile.class);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(complaint(desk, e), e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is no text", e);
    }
  }

  private static String complaint(JsonNode desk, JsonMappingException e) {
    StringBuilder place = new StringBuilder();
    JsonNode found = desk;
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
        found = found.path(step.getIndex());
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
        found = found.path(step.getFieldName());
      }
    }
    if (e instanceof UnrecognizedPropertyException || !found.isMissingNode() && !found.isNull()) {
      return place + " is unknown or has no such value";
    }
    return place + (found.isNull() ? " must not be empty" : " must not be left out");
  }

  /** As if there were no desk yet, for the files that come along. */
  private static List<DeskPlan> builtInPlans(String name) {
    return plans(builtIn(name), desk -> Optional.empty());
  }

  private static JsonNode builtIn(String name) {
    try (InputStream yaml = DeskFiles.class.getResourceAsStream(name + ".yaml")) {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
