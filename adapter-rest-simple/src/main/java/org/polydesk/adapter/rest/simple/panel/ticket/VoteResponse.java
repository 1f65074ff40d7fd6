package org.polydesk.adapter.rest.simple.panel.ticket;

import org.polydesk.adapter.rest.simple.panel.wire.PanelJson;
import org.polydesk.application.ticket.out.ClientRecords.Vote;

/** A vote. */
public record VoteResponse(String comment, String createdAt, int score) {
  /** The vote as this dialect shows it. */
  public static VoteResponse of(Vote vote) {
    return new VoteResponse(
        vote.comment().orElse(null), PanelJson.instant(vote.at()), vote.score());
  }
}
