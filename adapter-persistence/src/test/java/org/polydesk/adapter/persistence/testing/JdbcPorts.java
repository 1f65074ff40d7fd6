package org.polydesk.adapter.persistence.testing;

import io.micronaut.context.ApplicationContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.asset.out.AssetTies;
import org.polydesk.application.asset.out.Assets;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.desk.out.Topics;
import org.polydesk.application.fixture.StorePorts;
import org.polydesk.application.identity.out.AccessKeyRepository;
import org.polydesk.application.identity.out.AddressLocks;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.knowledge.out.Articles;
import org.polydesk.application.knowledge.out.CannedAnswers;
import org.polydesk.application.outbox.out.Outbox;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.out.AssignmentPool;
import org.polydesk.application.ticket.out.ClientRecords;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.DueTickets;
import org.polydesk.application.ticket.out.ReadMarks;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.application.ticket.out.TicketListings;
import org.polydesk.application.ticket.out.TicketReadings;
import org.polydesk.application.ticket.out.TicketRelations;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketTasks;
import org.polydesk.application.ticket.out.TicketTies;
import org.polydesk.application.user.out.CompanyBook;
import org.polydesk.application.user.out.UserRepository;

/** The persistence module as one node runs it, on a test's database. */
public final class JdbcPorts implements StorePorts, AutoCloseable {
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
  public CompanyBook companies() {
    return bean(CompanyBook.class);
  }

  @Override
  public CredentialRepository credentials() {
    return bean(CredentialRepository.class);
  }

  @Override
  public AddressLocks addressLocks() {
    return bean(AddressLocks.class);
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
  public ReadMarks readMarks() {
    return bean(ReadMarks.class);
  }

  @Override
  public Resolutions resolutions() {
    return bean(Resolutions.class);
  }

  @Override
  public TicketTies ties() {
    return bean(TicketTies.class);
  }

  @Override
  public TicketTasks tasks() {
    return bean(TicketTasks.class);
  }

  @Override
  public AssignmentPool pool() {
    return bean(AssignmentPool.class);
  }

  @Override
  public CannedAnswers cannedAnswers() {
    return bean(CannedAnswers.class);
  }

  @Override
  public Articles articles() {
    return bean(Articles.class);
  }

  @Override
  public Assets assets() {
    return bean(Assets.class);
  }

  @Override
  public AssetTies assetTies() {
    return bean(AssetTies.class);
  }

  @Override
  public TicketListings listings() {
    return bean(TicketListings.class);
  }

  @Override
  public TicketRelations relations() {
    return bean(TicketRelations.class);
  }

  @Override
  public DueTickets due() {
    return bean(DueTickets.class);
  }

  @Override
  public ClientRecords clientRecords() {
    return bean(ClientRecords.class);
  }

  @Override
  public Topics topics() {
    return bean(Topics.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
