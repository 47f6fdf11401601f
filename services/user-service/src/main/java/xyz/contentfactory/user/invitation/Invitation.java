package xyz.contentfactory.user.invitation;

import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.user.member.EmailAddress;

/// The right to register once.
///
/// @param email the only address that may; empty for whoever has the link
public record Invitation(UUID id, Optional<EmailAddress> email, Role role) {

  /// Whether it may be used by this address. Who came by a link mailed to an address has shown that
  /// it is theirs.
  public boolean isFor(EmailAddress address) {
    return email.isEmpty() || email.get().equals(address);
  }
}
