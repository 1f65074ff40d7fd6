package org.polydesk.application.knowledge.out;

import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.StorePorts;

final class InMemoryArticlesTest implements ArticlesContract {
  private final StorePorts ports = new InMemoryPorts();

  @Override
  public StorePorts ports() {
    return ports;
  }
}
