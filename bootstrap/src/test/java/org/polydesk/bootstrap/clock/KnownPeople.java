package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.identity.RecogniseService;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;
import org.polydesk.domain.user.UserPreferences;

/** An administrator and a technician; the password is the name with {@code -demo} behind it. */
@Singleton
@Replaces(RecogniseService.class)
@Requires(property = "test.people", value = "known")
final class KnownPeople implements RecogniseUseCase {
  @Override
  public Optional<User> recognise(UserId id, UUID securityStamp) {
    return Optional.empty();
  }

  @Override
  public Optional<User> byToken(String token) {
    return token.startsWith("token-") ? named(token.substring("token-".length())) : named("");
  }

  @Override
  public Optional<User> byPassword(String nameOrEmail, String password) {
    return password.equals(nameOrEmail + "-demo") ? named(nameOrEmail) : Optional.empty();
  }

  private static Optional<User> named(String name) {
    return switch (name) {
      case "admin" -> Optional.of(user(name, Role.ADMINISTRATOR));
      case "alice" -> Optional.of(user(name, Role.TECHNICIAN));
      default -> Optional.empty();
    };
  }

  private static User user(String name, Role role) {
    return new User(
        new UserId(UUID.nameUUIDFromBytes(new byte[] {(byte) role.ordinal()})),
        DeskId.DEFAULT,
        1,
        Optional.of(name),
        Optional.empty(),
        new PersonName(name, "Demo"),
        role,
        role.defaultPermissions(),
        false,
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        UserPreferences.defaults(ZoneOffset.UTC),
        UUID.nameUUIDFromBytes(new byte[0]),
        false,
        false,
        Optional.empty(),
        1);
  }
}
