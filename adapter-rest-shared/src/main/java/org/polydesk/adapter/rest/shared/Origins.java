package org.polydesk.adapter.rest.shared;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a request came from and where it thinks it went. Safe for use by many threads. */
@Singleton
public final class Origins {
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9_.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

  private final Optional<String> publicBaseUrl;
  private final Networks trustedProxies;

  /**
   * @param publicBaseUrl what links begin with; worked out from each request if not set
   * @param trustedProxies addresses or networks whose {@code X-Forwarded-…} headers are believed
   */
  Origins(
      @Nullable @Property(name = "polydesk.public-base-url") String publicBaseUrl,
      @Nullable @Property(name = "polydesk.http.trusted-proxies") List<String> trustedProxies) {
    this.publicBaseUrl =
        Optional.ofNullable(publicBaseUrl)
            .filter(url -> !url.isBlank())
            .map(url -> url.strip().replaceAll("/+$", ""));
    this.trustedProxies = new Networks(trustedProxies == null ? List.of() : trustedProxies);
  }

  /**
   * What links to this desk begin with, without a slash at the end: the configured address, else
   * what a trusted proxy says, else the {@code Host} header, else the socket.
   */
  public String baseUrl(HttpRequest<?> request) {
    if (publicBaseUrl.isPresent()) {
      return publicBaseUrl.get();
    }
    Optional<String> scheme =
        forwarded(request, "X-Forwarded-Proto")
            .filter(proto -> proto.equals("https") || proto.equals("http"));
    Optional<String> host = forwarded(request, "X-Forwarded-Host").filter(Origins::isHost);
    return scheme.orElse(request.isSecure() ? "https" : "http")
        + "://"
        + host.or(() -> header(request, HttpHeaders.HOST).filter(Origins::isHost))
            .orElseGet(() -> socket(request));
  }

  /** An address of this desk, for {@code Location}; {@code path} begins with a slash. */
  public URI location(HttpRequest<?> request, String path) {
    return URI.create(baseUrl(request) + path);
  }

  /**
   * The address of the client: the socket's, or the last one in {@code X-Forwarded-For} that no
   * trusted proxy stands behind.
   */
  public String clientAddress(HttpRequest<?> request) {
    String address = peer(request);
    if (!isTrusted(address)) {
      return address;
    }
    String[] hops =
        String.join(",", request.getHeaders().getAll("X-Forwarded-For")).strip().split("\\s*,\\s*");
    for (int i = hops.length - 1; i >= 0 && isTrusted(address) && !hops[i].isEmpty(); i--) {
      address = hops[i];
    }
    return address;
  }

  private Optional<String> forwarded(HttpRequest<?> request, String name) {
    return isTrusted(peer(request))
        ? header(request, name).map(value -> value.split(",")[0].strip())
        : Optional.empty();
  }

  private boolean isTrusted(String address) {
    return trustedProxies.contains(address);
  }

  private static Optional<String> header(HttpRequest<?> request, CharSequence name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  private static boolean isHost(String host) {
    if (!HOST.matcher(host).matches()) {
      return false;
    }
    try {
      return new URI("http://" + host).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String peer(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    return address == null ? "" : address.getHostAddress();
  }

  private static String socket(HttpRequest<?> request) {
    String address = request.getServerAddress().getAddress().getHostAddress();
    String host = address.contains(":") ? "[%s]".formatted(address) : address;
    return host + ":" + request.getServerAddress().getPort();
  }
}
