package org.polydesk.adapter.rest.simple.taas.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.polydesk.application.desk.DeskSetup;

/** The one workflow there is. Source: docs/dialects/taas.md, section "States". */
public final class Workflow {
  private Workflow() {}

  /** Its states and where each leads. */
  public static ArrayNode json(DeskSetup setup) {
    ArrayNode workflow = TaasJson.object().arrayNode();
    for (States state : States.values()) {
      ObjectNode step =
          workflow
              .addObject()
              .put("id", state.word(setup))
              .put("label", state.word(setup))
              .put("recordResolutionSLA", state.isResolved());
      ArrayNode next = step.putArray("nextSteps");
      for (States target : state.next()) {
        ObjectNode way =
            next.addObject()
                .put("targetId", target.word(setup))
                .put("transitionLabel", label(target));
        way.putArray("authorizedUsers").add("owner").add("assignee").add("requestor");
        way.put("recordComment", target.isResolved())
            .put("recordResolutionSLA", target.isResolved());
      }
    }
    return workflow;
  }

  private static String label(States target) {
    return switch (target) {
      case OPEN -> "Open Ticket";
      case STARTED -> "Start Ticket";
      case RESOLVED -> "Resolve Ticket";
      case CLOSED -> "Close Ticket";
      case REOPENED -> "Reopen Ticket";
    };
  }

  /** Whether the desk promises anything at all. */
  public static boolean hasSla(DeskSetup setup) {
    return setup.slas().policies().values().stream()
        .flatMap(policy -> policy.targets().values().stream())
        .anyMatch(targets -> !targets.isEmpty());
  }
}
