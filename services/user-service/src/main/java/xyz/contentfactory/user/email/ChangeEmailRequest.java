package xyz.contentfactory.user.email;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.member.EmailAddress;

/// What a member sends who wants another e-mail.
record ChangeEmailRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 254)
        @Nullable String email,
    @Schema(description = "Not needed by who has none; they need a fresh proof")
        @Nullable Secret currentPassword,
    @Nullable String language) {

  record Parsed(EmailAddress email, @Nullable Secret currentPassword, MailLanguage language) {}

  Parsed parse() {
    Optional<EmailAddress> address = email == null ? Optional.empty() : EmailAddress.parse(email);
    if (address.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError("email", "This is not an e-mail address.", "format")
          .asException();
    }
    return new Parsed(address.get(), currentPassword, MailLanguage.of(language));
  }
}
