package org.polydesk.adapter.notification.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "1.1.1.1, true",
    "100.63.255.255, true",
    "100.64.0.0, false",
    "100.127.255.255, false",
    "100.128.0.0, true",
    "172.15.255.255, true",
    "172.16.0.0, false",
    "172.31.255.255, false",
    "172.32.0.0, true",
    "10.0.0.1, false",
    "192.168.1.1, false",
    "192.0.2.1, false",
    "192.1.0.1, true",
    "169.254.169.254, false",
    "169.253.0.1, true",
    "198.18.0.1, false",
    "198.51.100.7, false",
    "198.51.101.7, true",
    "203.0.113.9, false",
    "127.0.0.1, false",
    "127.9.9.9, false",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "2606:4700::1111, true",
    "::1, false",
    "::, false",
    "::ffff:10.0.0.1, false",
    "::ffff:8.8.8.8, true",
    "fe80::1, false",
    "fc00::1, false",
    "fdff::1, false",
    "ff02::1, false",
    "64:ff9b::10.0.0.1, false",
    "64:ff9b::8.8.8.8, true",
    "2002:0a00:0001::1, false",
    "2002:0808:0808::1, true",
    "2001:db8::1, false",
  })
  void onlyEverybodysAddressesShouldBePublic(String address, boolean isPublic)
      throws UnknownHostException {
    assertEquals(isPublic, PublicAddresses.isPublic(InetAddress.getByName(address)), address);
  }
}
