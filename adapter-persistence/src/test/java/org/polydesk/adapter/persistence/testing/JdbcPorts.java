package org.polydesk.adapter.persistence.testing;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.fixture.StorePorts;
import org.polydesk.application.identity.out.AccessKeyRepository;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.outbox.out.Outbox;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.TicketReadings;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

/** The persistence module as one node runs it, on a test's database. */
public final class JdbcPorts implements StorePorts, AutoCloseable {
  private static final AtomicLong TASKS = new AtomicLong();

  private final ApplicationContext context;

  private JdbcPorts(ApplicationContext context) {
    this.context = context;
  }

  /** A node on {@code database}, whose tables are brought up to date first. */
  public static JdbcPorts on(TestDatabase database) {
    return on(database, Map.of());
  }

  /** A node with further properties. */
  public static JdbcPorts on(TestDatabase database, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(database.properties());
    all.putAll(more);
    return new JdbcPorts(ApplicationContext.builder().properties(all).start());
  }

  /** Any bean of the node. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Runs statements beside the ports. */
  public Database database() {
    return bean(Database.class);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return bean(UnitOfWork.class);
  }

  @Override
  public DeskSetups setups() {
    return bean(DeskSetups.class);
  }

  @Override
  public UserRepository users() {
    return bean(UserRepository.class);
  }

  @Override
  public CredentialRepository credentials() {
    return bean(CredentialRepository.class);
  }

  @Override
  public AccessKeyRepository accessKeys() {
    return bean(AccessKeyRepository.class);
  }

  @Override
  public TicketRepository tickets() {
    return bean(TicketRepository.class);
  }

  @Override
  public TicketReadings readings() {
    return bean(TicketReadings.class);
  }

  @Override
  public Conversations conversations() {
    return bean(Conversations.class);
  }

  @Override
  public AuditTrail audit() {
    return bean(AuditTrail.class);
  }

  @Override
  public Outbox outbox() {
    return bean(Outbox.class);
  }

  @Override
  public void giveTask(Ticket ticket, UserId user, boolean done) {
    database()
        .update(
            """
            insert into task (task_id, desk_id, ticket_id, assigned_to, subject, done, version)
            values (?, ?, ?, ?, 'Look', ?, 1)
            """,
            bound ->
                bound
                    .number(TASKS.incrementAndGet())
                    .number(ticket.desk().value())
                    .number(ticket.id().value())
                    .uuid(user.value())
                    .flag(done));
  }

  @Override
  public void markRead(Ticket ticket, UserId user, EntryId entry) {
    database()
        .update(
            "insert into read_mark (desk_id, ticket_id, user_id, entry_id) values (?, ?, ?, ?)",
            bound ->
                bound
                    .number(ticket.desk().value())
                    .number(ticket.id().value())
                    .uuid(user.value())
                    .number(entry.value()));
  }

  @Override
  public void noteResolution(Ticket ticket, int round, String details, UserId by, Instant at) {
    database()
        .update(
            """
            insert into resolution (desk_id, ticket_id, round, details, resolved_by, resolved_at)
            values (?, ?, ?, ?, ?, ?)
            """,
            bound ->
                bound
                    .number(ticket.desk().value())
                    .number(ticket.id().value())
                    .number(round)
                    .text(details)
                    .uuid(by.value())
                    .instant(at));
  }

  @Override
  public void close() {
    context.close();
  }
}
