package xyz.contentfactory.integration.account;

import java.util.UUID;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramUser;

/// What a finished login hands over.
public record SignedInPerson(
    UUID memberId, String phoneMasked, String phoneHash, TelegramUser user, StoredLogin login) {
  @Override
  public String toString() {
    return "SignedInPerson[" + phoneMasked + "]";
  }
}
