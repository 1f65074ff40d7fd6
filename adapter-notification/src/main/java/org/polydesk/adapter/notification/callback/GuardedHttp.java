package org.polydesk.adapter.notification.callback;

import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to addresses that people configured. Names are resolved once, private addresses are left
 * out, and what is left is what is connected to; redirects are not followed, nothing is tried
 * twice, and nothing of the answer but its status is read.
 */
@Singleton
final class GuardedHttp {
  private static final Timeout PATIENCE = Timeout.ofSeconds(5);

  /** An answer that drips in is cut off. */
  private static final Executor AFTER_ALL_PATIENCE =
      CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS);

  private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

  private final boolean privateToo;
  private final CloseableHttpClient client;

  GuardedHttp(
      @Property(name = "polydesk.tpi.allow-private", defaultValue = "false") boolean privateToo) {
    this.privateToo = privateToo;
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedResolver(privateToo))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(PATIENCE)
                            .setSocketTimeout(PATIENCE)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(PATIENCE)
                    .setConnectionRequestTimeout(PATIENCE)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  private static final class GuardedResolver extends SystemDefaultDnsResolver {
    private final boolean privateToo;

    GuardedResolver(boolean privateToo) {
      this.privateToo = privateToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] allowed =
          Arrays.stream(super.resolve(host))
              .filter(address -> privateToo || PublicAddresses.isPublic(address))
              .toArray(InetAddress[]::new);
      if (allowed.length == 0) {
        throw new UnknownHostException(PublicAddresses.REFUSAL);
      }
      return allowed;
    }
  }

  /** Whether the address itself, and not a name in it, leads where nothing is posted. */
  boolean refuses(URI url) {
    if (privateToo || !LITERAL.matcher(url.getHost()).matches()) {
      return false;
    }
    try {
      return !PublicAddresses.isPublic(InetAddress.getByName(url.getHost()));
    } catch (UnknownHostException e) {
      return true;
    }
  }

  /**
   * Posts once.
   *
   * @return the status of the answer
   * @throws RefusedAddressException when the name leads to private addresses only
   * @throws IOException when there is no answer within a few seconds
   */
  int post(URI url, Map<String, String> headers, byte[] body) throws IOException {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    AFTER_ALL_PATIENCE.execute(request::cancel);
    try {
      return client.execute(
          request,
          response -> {
            int status = response.getCode();
            request.cancel();
            return status;
          });
    } catch (UnknownHostException e) {
      if (PublicAddresses.REFUSAL.equals(e.getMessage())) {
        throw new RefusedAddressException(PublicAddresses.REFUSAL);
      }
      throw e;
    }
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
  }
}
