package xyz.contentfactory.integration.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramUser;

/// What a finished login hands over.
///
/// @param phoneMasked empty when there is no number
/// @param phoneHash null when there is no number
public record SignedInPerson(
    UUID memberId,
    AccountKind kind,
    String phoneMasked,
    @Nullable String phoneHash,
    TelegramUser user,
    StoredLogin login) {
  @Override
  public String toString() {
    return "SignedInPerson[" + kind + " " + phoneMasked + "]";
  }
}
