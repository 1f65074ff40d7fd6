package org.polydesk.adapter.rest.tikting.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import org.polydesk.adapter.rest.tikting.document.Shapes;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserPreferences;

/** What a successful log-in answers, in the dialect's one place with Pascal case. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record AuthenticateResponse(
    @JsonProperty("Id") String id,
    @JsonProperty("Username") String userName,
    @JsonProperty("FirstName") String firstName,
    @JsonProperty("LastName") String lastName,
    @JsonProperty("Avatar") @Shapes.OrNull String avatar,
    @JsonProperty("UserSettings") @Schema(additionalProperties = AdditionalPropertiesValue.TRUE)
        UserSettings userSettings,
    @JsonProperty("Token") String token) {

  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  record UserSettings(
      @JsonProperty("TimeZone") String timeZone,
      @JsonProperty("Language") String language,
      @JsonProperty("DateFormat") String dateFormat,
      @JsonProperty("PageSize") int pageSize,
      @JsonProperty("EmailNotifications") boolean emailNotifications,
      @JsonProperty("PushNotifications") boolean pushNotifications) {

    static UserSettings of(UserPreferences preferences) {
      return new UserSettings(
          preferences.zone().getId(),
          preferences.language().toLanguageTag(),
          preferences.dateFormat(),
          preferences.pageSize(),
          preferences.emailNotifications(),
          preferences.pushNotifications());
    }
  }

  static AuthenticateResponse of(User user, String token) {
    return new AuthenticateResponse(
        user.id().toString(),
        user.userName().orElse(""),
        user.name().first(),
        user.name().last(),
        user.avatarUrl().orElse(null),
        UserSettings.of(user.preferences()),
        token);
  }
}
