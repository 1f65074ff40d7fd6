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
    @JsonProperty("Id") @Shapes.Member String id,
    @JsonProperty("Username") @Shapes.Member String userName,
    @JsonProperty("FirstName") @Shapes.Member String firstName,
    @JsonProperty("LastName") @Shapes.Member String lastName,
    @JsonProperty("Avatar") @Shapes.OrNull String avatar,
    @JsonProperty("UserSettings")
        @Schema(
            implementation = UserSettings.class,
            additionalProperties = AdditionalPropertiesValue.USE_ADDITIONAL_PROPERTIES_ANNOTATION)
        UserSettings userSettings,
    @JsonProperty("Token") @Shapes.Member String token) {

  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  record UserSettings(
      @JsonProperty("TimeZone") @Shapes.Member String timeZone,
      @JsonProperty("Language") @Shapes.Member String language,
      @JsonProperty("DateFormat") @Shapes.Member String dateFormat,
      @JsonProperty("PageSize") @Shapes.Member int pageSize,
      @JsonProperty("EmailNotifications") @Shapes.Member boolean emailNotifications,
      @JsonProperty("PushNotifications") @Shapes.Member boolean pushNotifications) {

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
