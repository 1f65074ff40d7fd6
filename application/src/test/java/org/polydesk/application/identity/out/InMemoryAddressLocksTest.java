package org.polydesk.application.identity.out;

import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.StorePorts;

final class InMemoryAddressLocksTest implements AddressLocksContract {
  private final StorePorts ports = new InMemoryPorts();

  @Override
  public StorePorts ports() {
    return ports;
  }
}
