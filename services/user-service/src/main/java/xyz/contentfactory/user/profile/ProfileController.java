package xyz.contentfactory.user.profile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.user.member.Member;

/// A member's own profile over HTTP; reading it is `GET /api/auth/me`.
@RestController
@RequestMapping("/api/auth/me")
@Tag(name = "auth")
public final class ProfileController {
  private final Profiles profiles;

  public ProfileController(Profiles profiles) {
    this.profiles = profiles;
  }

  @PatchMapping
  @Operation(
      operationId = "changeMe",
      summary = "Change my name, language, time zone, theme or whether I am written to",
      description = "What is absent stays as it is.")
  Member change(@RequestBody ProfileRequest request, Caller caller, ClientAddress from) {
    return profiles.change(caller.memberId(), request.parse(), from);
  }
}
