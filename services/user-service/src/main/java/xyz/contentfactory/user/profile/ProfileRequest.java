package xyz.contentfactory.user.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.user.member.Language;
import xyz.contentfactory.user.member.Preferences;
import xyz.contentfactory.user.member.Theme;
import xyz.contentfactory.user.member.Username;

/// What a member changes about themselves; what is absent or null stays as it is.
record ProfileRequest(
    @Schema(minLength = 3, maxLength = 32) @Nullable String username,
    @Schema(allowableValues = {"ru", "en"}) @Nullable String language,
    @Schema(description = "A name of the IANA time zone database", maxLength = 64)
        @Nullable String timeZone,
    @Schema(allowableValues = {"light", "dark", "system"}) @Nullable String theme,
    @Schema(description = "Whether to write to me when an account of mine stops")
        @Nullable Boolean accountMails) {
  /// A change whose every part is valid.
  record Parsed(@Nullable Username username, Preferences preferences) {}

  Parsed parse() {
    List<FieldProblem> errors = new ArrayList<>();
    Username name =
        read(
            username,
            text -> Optional.of(text.strip()).filter(Username::isValid).map(Username::new),
            new FieldProblem(
                "username",
                "Use 3 to 32 letters, digits, dots, dashes or underscores, beginning with a letter or digit.",
                "format"),
            errors);
    Preferences said =
        new Preferences(
            read(language, Language::parse, unknown("language", "Say ru or en."), errors),
            read(
                timeZone,
                text -> Optional.of(text).filter(Preferences::isTimeZone),
                unknown("timeZone", "Name a time zone of the IANA database, like Europe/Moscow."),
                errors),
            read(theme, Theme::parse, unknown("theme", "Say light, dark or system."), errors),
            accountMails);
    if (!errors.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
    }
    return new Parsed(name, said);
  }

  private static FieldProblem unknown(String field, String message) {
    return new FieldProblem(field, message, "unknown");
  }

  private static <T> @Nullable T read(
      @Nullable String text,
      Function<String, Optional<T>> parser,
      FieldProblem fault,
      List<FieldProblem> errors) {
    if (text == null) {
      return null;
    }
    Optional<T> value = parser.apply(text);
    if (value.isEmpty()) {
      errors.add(fault);
    }
    return value.orElse(null);
  }
}
