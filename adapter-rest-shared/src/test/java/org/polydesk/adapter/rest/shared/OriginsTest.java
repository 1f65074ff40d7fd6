package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  private final MutableHttpRequest<?> forwarded =
      HttpRequest.GET("/")
          .header("Host", "inner:8080")
          .header("X-Forwarded-Host", "outer.example, inner")
          .header("X-Forwarded-Proto", "https")
          .header("X-Forwarded-For", "6.6.6.6, 9.9.9.9, 10.0.0.2");

  @Test
  void settingShouldWin() {
    Origins origins = new Origins("https://desk.example/x/", List.of("0.0.0.0/0"));

    assertEquals("https://desk.example/x", origins.baseUrl(from("10.0.0.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, https://outer.example",
    "10.0.0.0/30, 10.0.0.1, https://outer.example",
    "fd00::/8, fd12::1, https://outer.example",
    "10.0.0.0/30, 10.0.0.4, http://inner:8080",
    "10.0.0.9, 10.0.0.1, http://inner:8080",
    "'', 10.0.0.1, http://inner:8080",
  })
  void forwardedAddressShouldBeBelievedFromTrustedProxiesOnly(
      String trusted, String peer, String expected) {
    Origins origins = new Origins(null, List.of(trusted));

    assertEquals(expected, origins.baseUrl(from(peer)));
  }

  @ParameterizedTest
  @CsvSource({
    "desk.example, http://desk.example",
    "[::1]:8080, http://[::1]:8080",
    "evil.example/x, http://127.0.0.1:8080",
    "a@b, http://127.0.0.1:8080",
    "a b, http://127.0.0.1:8080",
    "a:99999999, http://127.0.0.1:8080",
  })
  void hostShouldBeAHost(String host, String expected) {
    Origins origins = new Origins(null, List.of());
    HttpRequest<?> request = new Seen(HttpRequest.GET("/").header("Host", host), "10.0.0.1");

    assertEquals(expected, origins.baseUrl(request));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 10.0.0.1, 10.0.0.1",
    "10.0.0.1;10.0.0.2, 10.0.0.1, 9.9.9.9",
    "10.0.0.0/8, 10.0.0.1, 9.9.9.9",
    "0.0.0.0/0, 10.0.0.1, 6.6.6.6",
    "10.0.0.1, 10.0.0.1, 10.0.0.2",
    "10.0.0.1, 7.7.7.7, 7.7.7.7",
  })
  void clientShouldBeTheLastThatIsNoTrustedProxy(String trusted, String peer, String expected) {
    Origins origins = new Origins(null, List.of(trusted.split(";")));

    assertEquals(expected, origins.clientAddress(from(peer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "*"})
  void trustedProxiesShouldBeNetworks(String network) {
    List<String> networks = List.of(network);

    assertThrows(IllegalArgumentException.class, () -> new Origins(null, networks));
  }

  private HttpRequest<?> from(String peer) {
    return new Seen(forwarded, peer);
  }

  /** A request as it arrives at a socket. */
  private static final class Seen extends HttpRequestWrapper<Object> {
    private final String peer;

    @SuppressWarnings("unchecked") // There is no body.
    Seen(HttpRequest<?> request, String peer) {
      super((HttpRequest<Object>) request);
      this.peer = peer;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
      return new InetSocketAddress(peer, 50_000);
    }

    @Override
    public InetSocketAddress getServerAddress() {
      return new InetSocketAddress("127.0.0.1", 8080);
    }

    @Override
    public boolean isSecure() {
      return false;
    }
  }
}
