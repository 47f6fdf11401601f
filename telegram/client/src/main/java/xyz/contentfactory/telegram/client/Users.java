package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.type.PlainUser;

/// Reads Telegram's users.
final class Users {
  private Users() {}

  static TelegramUser of(PlainUser user) {
    var name = user.firstName();
    return new TelegramUser(
        user.id(),
        name == null ? "" : name,
        user.lastName(),
        Usernames.shown(user.username(), user.usernames()),
        phone(user.phone()),
        user.premium(),
        user.bot());
  }

  private static @Nullable PhoneNumber phone(@Nullable String digits) {
    return digits != null && digits.matches("[0-9]{5,15}") ? new PhoneNumber(digits) : null;
  }
}
