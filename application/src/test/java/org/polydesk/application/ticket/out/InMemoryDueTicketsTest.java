package org.polydesk.application.ticket.out;

import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.StorePorts;

final class InMemoryDueTicketsTest implements DueTicketsContract {
  private final InMemoryPorts ports = new InMemoryPorts();

  @Override
  public StorePorts ports() {
    return ports;
  }
}
