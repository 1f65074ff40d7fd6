package org.polydesk.application.desk.out;

import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.StorePorts;

final class InMemoryTopicsTest implements TopicsContract {
  private final InMemoryPorts ports = new InMemoryPorts();

  @Override
  public StorePorts ports() {
    return ports;
  }
}
