package xyz.contentfactory.user.member;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Role;

/// Who is to be added.
///
/// @param username the one asked for; null takes one from the e-mail
/// @param passwordHash null for somebody who came by a provider and has no password
/// @param role unless it is the very first member, who is admin
/// @param emailConfirmed whether the address is known to be theirs already
public record NewMember(
    EmailAddress email,
    @Nullable Username username,
    @Nullable String passwordHash,
    Role role,
    boolean emailConfirmed) {

  @Override
  public String toString() {
    return "NewMember[" + email.masked() + "]";
  }
}
