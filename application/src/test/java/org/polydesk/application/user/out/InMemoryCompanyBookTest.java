package org.polydesk.application.user.out;

import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.StorePorts;

final class InMemoryCompanyBookTest implements CompanyBookContract {
  private final StorePorts ports = new InMemoryPorts();

  @Override
  public StorePorts ports() {
    return ports;
  }
}
