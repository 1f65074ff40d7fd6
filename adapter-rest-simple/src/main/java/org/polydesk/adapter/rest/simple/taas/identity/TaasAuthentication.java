package org.polydesk.adapter.rest.simple.taas.identity;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.DialectAuthentication;
import org.polydesk.adapter.rest.simple.taas.wire.FileLinks;
import org.polydesk.adapter.rest.simple.taas.wire.TaasDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;

/**
 * Recognises programs by a key of their desk. A key has all that the desk's own people may do; one
 * that only reads has none of it, and its writes are refused. Source: docs/dialects/taas.md,
 * section "Keys".
 */
@Singleton
final class TaasAuthentication implements DialectAuthentication {
  private static final String HEADER = "Ocp-Apim-Subscription-Key";

  private final RecogniseUseCase recognise;
  private final FileLinks links;

  TaasAuthentication(RecogniseUseCase recognise, FileLinks links) {
    this.recognise = recognise;
    this.links = links;
  }

  @Override
  public String dialect() {
    return TaasDialect.NAME;
  }

  @Override
  public Optional<Caller> authenticate(HttpRequest<?> request) {
    String key = request.getParameters().getFirst("key").orElse("");
    if (key.isEmpty()) {
      key = Optional.ofNullable(request.getHeaders().get(HEADER)).orElse("");
    }
    if (key.isEmpty()) {
      return links.deskOf(request).map(desk -> reader(desk, "file link"));
    }
    return Optional.of(
        recognise
            .keyOf(Kind.TAAS_KEY, key)
            .map(TaasAuthentication::caller)
            .orElseThrow(() -> DeskException.notSignedIn("The key is not valid.")));
  }

  private static Caller caller(AccessKey key) {
    String name = "key " + key.label();
    return key.readOnly() ? reader(key.desk(), name) : caller(key.desk(), name, staffRights());
  }

  private static Caller reader(DeskId desk, String name) {
    return caller(desk, name, Set.of(Right.READ_NOTES));
  }

  private static Caller caller(DeskId desk, String name, Set<Right> rights) {
    return new Caller(
        desk, Optional.empty(), name, rights, Scope.DESK, ZoneOffset.UTC, TaasDialect.NAME);
  }

  private static Set<Right> staffRights() {
    return EnumSet.of(
        Right.CREATE,
        Right.UPDATE,
        Right.REPLY,
        Right.NOTE,
        Right.FORWARD,
        Right.CLOSE,
        Right.RESOLVE,
        Right.PICK_UP,
        Right.ASSIGN,
        Right.DELETE,
        Right.MERGE,
        Right.LINK,
        Right.READ_NOTES,
        Right.ACT_FOR_OTHERS);
  }
}
