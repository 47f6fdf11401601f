package xyz.contentfactory.user.invitation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.member.EmailAddress;

/// Whom an admin wants to invite; `parse` gives what it means.
record InvitationRequest(
    @Schema(
            format = "email",
            maxLength = 254,
            description = "Only this address may use it, and the link is mailed there")
        @Nullable String email,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"admin", "user", "viewer"})
        @Nullable String role,
    @Schema(minimum = "1", maximum = "30", defaultValue = "7") @Nullable Integer days,
    @Schema(description = "The language of the mail: en or ru") @Nullable String language) {
  private static final int MOST_DAYS = 30;
  private static final int DAYS = 7;

  /// An invitation whose every part is valid.
  record Parsed(@Nullable EmailAddress email, Role role, int days, MailLanguage language) {
    Duration life() {
      return Duration.ofDays(days);
    }
  }

  Parsed parse() {
    List<FieldProblem> errors = new ArrayList<>();
    Optional<EmailAddress> address =
        email == null || email.isBlank() ? Optional.empty() : EmailAddress.parse(email);
    if (email != null && !email.isBlank() && address.isEmpty()) {
      errors.add(new FieldProblem("email", "This is not an e-mail address.", "format"));
    }
    Optional<Role> wanted = wantedRole();
    if (wanted.isEmpty()) {
      errors.add(new FieldProblem("role", "Say admin, user or viewer.", "unknown"));
    }
    int life = days == null ? DAYS : days;
    if (life < 1 || life > MOST_DAYS) {
      errors.add(new FieldProblem("days", "It lasts 1 to 30 days.", "size"));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
    }
    return new Parsed(address.orElse(null), wanted.orElseThrow(), life, MailLanguage.of(language));
  }

  private Optional<Role> wantedRole() {
    try {
      return role == null ? Optional.empty() : Optional.of(Role.fromWireName(role));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
