package org.polydesk.domain.listing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.polydesk.domain.ticket.StatusType;

/**
 * A condition on tickets as somebody sees them. The language is closed: who translates it to
 * another one implements {@link Visitor} and cannot forget a word.
 */
public sealed interface TicketFilter {

  /** Whether the ticket meets the condition in the eyes of {@code viewer}. */
  boolean matches(TicketFacts ticket, Viewer viewer);

  /** Calls the visitor's method for this word of the language. */
  <R> R accept(Visitor<R> visitor);

  /** The simple words of the language. */
  enum Word implements TicketFilter {
    /** Every ticket. */
    ALL {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return true;
      }
    },
    /** The viewer asks or works here. */
    OWN {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.isOwn(viewer.id());
      }
    },
    /** The viewer has or had a task here. */
    TASK_MINE {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.hasTaskOf(viewer.id());
      }
    },
    /** The viewer has a task here that is still to do. */
    OPEN_TASK_MINE {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.openTasksOf().contains(viewer.id());
      }
    },
    /** The viewer has done a task here. */
    COMPLETED_TASK_MINE {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.completedTasksOf().contains(viewer.id());
      }
    },
    /** Nobody works on it. */
    UNASSIGNED {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.technician().isEmpty();
      }
    },
    /** It is given to a group that the viewer belongs to. */
    IN_MY_GROUPS {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.groupId().filter(viewer.groups()::contains).isPresent();
      }
    },
    /** The due date in force has passed. Whether the ticket is done is another word's matter. */
    PAST_DUE {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.dueInForceAt().filter(due -> due.isBefore(viewer.now())).isPresent();
      }
    },
    /** The due date in force lies in the viewer's present day. */
    DUE_TODAY {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.dueInForceAt().filter(viewer.today()::contains).isPresent();
      }
    },
    ESCALATED {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return ticket.escalated();
      }
    },
    NOT_DELETED {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return !ticket.deleted();
      }
    },
    /** The viewer is one of the desk's own people; the ticket does not matter. */
    VIEWER_IS_NO_MEMBER {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return !viewer.member();
      }
    },
    /** The viewer sees more than his own tickets; the ticket does not matter. */
    VIEWER_IS_UNRESTRICTED {
      @Override
      public boolean matches(TicketFacts ticket, Viewer viewer) {
        return !viewer.restricted();
      }
    };

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.word(this);
    }
  }

  /**
   * The ticket's status is of one of these types.
   *
   * @param types at least one
   */
  record StatusIs(Set<StatusType> types) implements TicketFilter {
    public StatusIs {
      types = Collections.unmodifiableSet(EnumSet.copyOf(types));
    }

    @Override
    public boolean matches(TicketFacts ticket, Viewer viewer) {
      return types.contains(ticket.statusType());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.statusIs(types);
    }
  }

  /** All parts hold. */
  record AllOf(List<TicketFilter> parts) implements TicketFilter {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(TicketFacts ticket, Viewer viewer) {
      return parts.stream().allMatch(part -> part.matches(ticket, viewer));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allOf(parts);
    }
  }

  /** At least one part holds. */
  record AnyOf(List<TicketFilter> parts) implements TicketFilter {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(TicketFacts ticket, Viewer viewer) {
      return parts.stream().anyMatch(part -> part.matches(ticket, viewer));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.anyOf(parts);
    }
  }

  /**
   * Whether it lets through nothing but tickets that are the viewer's own or that he has tasks of.
   */
  default boolean isPersonal(Viewer viewer) {
    return accept(new Personal(viewer));
  }

  /** This condition and {@code other}. */
  default TicketFilter and(TicketFilter other) {
    return new AllOf(List.of(this, other));
  }

  /** This condition or {@code other}. */
  default TicketFilter or(TicketFilter other) {
    return new AnyOf(List.of(this, other));
  }

  /** Translates the language into another one. */
  interface Visitor<R> {
    /** Translates a simple word. */
    R word(Word word);

    /** Translates {@link StatusIs}. */
    R statusIs(Set<StatusType> types);

    /** Translates {@link AllOf}. */
    R allOf(List<TicketFilter> parts);

    /** Translates {@link AnyOf}. */
    R anyOf(List<TicketFilter> parts);
  }
}
