package xyz.contentfactory.user.email;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.link.LinkToken;

/// What the page behind a link sends.
///
/// @param language of a mail that this may cause
record LinkRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret token,
    @Nullable String language) {
  LinkToken parse() {
    if (token == null || token.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError("token", "The token is missing.", "required")
          .asException();
    }
    return new LinkToken(token);
  }
}
