package org.polydesk.adapter.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.domain.user.EmailAddress;

final class WireAddressTest {

  @ParameterizedTest
  @CsvSource({
    "Carol@ACME.test, Carol@ACME.test, true",
    "a'b+c@localhost, a'b+c@localhost, true",
    "carol@übung.test, carol@xn--bung-zra.test, true",
    "jörg@übung.test, jörg@xn--bung-zra.test, false",
    "иван@почта.рф, иван@xn--80a1acny.xn--p1ai, false"
  })
  void ofShouldWriteTheDomainInAscii(String address, String text, boolean ascii) {
    WireAddress wire = WireAddress.of(new EmailAddress(address)).orElseThrow();

    assertEquals(text, wire.text());
    assertEquals(ascii, wire.isAscii());
    assertEquals(text, wire.toInternet().getAddress());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.@x.test", ".a@x.test", "a..b@x.test", "a@x..test"})
  void ofShouldBeEmptyForWhatNoMailCanCarry(String address) {
    assertEquals(Optional.empty(), WireAddress.of(EmailAddress.restore(address)));
  }

  @Test
  void ofShouldBeEmptyForTooLongALabel() {
    EmailAddress address = new EmailAddress("a@" + "x".repeat(64) + ".test");

    assertEquals(Optional.empty(), WireAddress.of(address));
  }
}
