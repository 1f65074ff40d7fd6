package org.polydesk.application.asset.out;

import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.StorePorts;

final class InMemoryAssetTiesTest implements AssetTiesContract {
  private final StorePorts ports = new InMemoryPorts();

  @Override
  public StorePorts ports() {
    return ports;
  }
}
