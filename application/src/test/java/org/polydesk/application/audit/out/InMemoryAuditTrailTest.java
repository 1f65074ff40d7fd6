package org.polydesk.application.audit.out;

import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.StorePorts;

final class InMemoryAuditTrailTest implements AuditTrailContract {
  private final StorePorts ports = new InMemoryPorts();

  @Override
  public StorePorts ports() {
    return ports;
  }
}
