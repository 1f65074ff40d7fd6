package org.polydesk.bootstrap.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.polydesk.application.configuration.in.DeskPlan;

/** Reads desks from YAML. A desk that includes {@code standard} begins with the built-in lists. */
public final class DeskFiles {
  private static final String STANDARD = "standard";

  private static final ObjectMapper YAML =
      YAMLMapper.builder(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private DeskFiles() {}

  /** The desks of the demo. */
  public static List<DeskPlan> demo() {
    return plans(builtIn("demo"));
  }

  /** The desk that a server without any begins with: the standard lists, nobody in it. */
  public static DeskPlan firstDesk() {
    return plans(builtIn("first")).get(0);
  }

  private static List<DeskPlan> plans(JsonNode file) {
    List<DeskPlan> plans = new ArrayList<>();
    for (JsonNode desk : file.path("desks")) {
      plans.add(plan((ObjectNode) desk));
    }
    return plans;
  }

  private static DeskPlan plan(ObjectNode desk) {
    ObjectNode whole = YAML.createObjectNode();
    JsonNode included = desk.remove("include");
    if (included != null && STANDARD.equals(included.asText())) {
      whole.setAll((ObjectNode) builtIn(STANDARD));
    }
    whole.setAll(desk);
    try {
      return DeskFileMapper.toPlan(YAML.treeToValue(whole, DeskFile.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a desk that cannot be read", e);
    }
  }

  private static JsonNode builtIn(String name) {
    try (InputStream yaml = DeskFiles.class.getResourceAsStream(name + ".yaml")) {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
