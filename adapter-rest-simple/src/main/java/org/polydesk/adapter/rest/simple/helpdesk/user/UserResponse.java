package org.polydesk.adapter.rest.simple.helpdesk.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/**
 * A person. What the desk does not keep is empty. Source: docs/dialects/helpdesk.md, section
 * "People".
 */
public record UserResponse(
    @JsonProperty("UserID") long userId,
    String username,
    String email,
    @JsonProperty("IsAdmin") boolean admin,
    boolean disabled,
    String firstName,
    String lastName,
    String notes,
    String location,
    String phone,
    String companyName,
    String departmentName,
    @JsonProperty("IPAddress") String ipAddress,
    String hostName,
    String lang,
    String userAgent,
    @JsonProperty("AvatarURL") String avatarUrl,
    String signature,
    String greeting,
    Integer companyId,
    @JsonProperty("DepartmentID") Integer departmentId,
    boolean darkMode,
    String companyNotes,
    boolean sendEmail,
    @JsonProperty("IsTech") boolean tech,
    String lastSeen,
    Object recentTickets,
    @JsonProperty("IsManager") boolean manager,
    @JsonProperty("IsDepartmentManager") boolean departmentManager,
    boolean twoFactorAuthEnabled,
    boolean outOfOffice,
    String lastPasswordChange,
    String fullNameAndLogin,
    String fullName,
    String password,
    String department,
    String pushToken) {

  /** The user as this dialect shows him to {@code caller}; notes are for those who read people. */
  public static UserResponse of(User user, Words words, Caller caller) {
    String login = user.userName().orElse("");
    String address = user.email().map(EmailAddress::text).orElse("");
    String username = login.isEmpty() ? address : login;
    String full = user.name().full().isEmpty() ? username : user.name().full();
    String department =
        user.departmentId()
            .map(id -> words.name(CatalogueList.DEPARTMENT, user.departmentId()))
            .orElse(null);
    return new UserResponse(
        user.number(),
        username,
        address,
        user.role() == Role.ADMINISTRATOR,
        user.disabled(),
        user.name().first(),
        user.name().last(),
        caller.may(Right.READ_PEOPLE) ? user.details().notes() : "",
        user.details().location(),
        user.details().phone(),
        user.companyId()
            .map(id -> words.name(CatalogueList.COMPANY, user.companyId()))
            .orElse(null),
        department,
        "",
        "",
        user.preferences().language().toLanguageTag(),
        "",
        user.avatarUrl().orElse(null),
        user.details().signature(),
        user.details().greeting(),
        user.companyId().orElse(null),
        user.departmentId().orElse(null),
        false,
        null,
        user.preferences().emailNotifications(),
        user.role() == Role.TECHNICIAN || user.role() == Role.RESTRICTED_TECHNICIAN,
        null,
        null,
        user.companyManager(),
        false,
        false,
        user.away(),
        null,
        full.equals(username) ? full : "%s (%s)".formatted(full, username),
        full,
        null,
        department,
        null);
  }
}
