package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;

/// The Telegram person that an account logs in as.
public record TelegramUser(
    long id,
    String firstName,
    @Nullable String lastName,
    @Nullable String username,
    @Nullable PhoneNumber phone,
    boolean premium,
    boolean bot) {

  /// First and last name as Telegram shows them; never empty.
  public String displayName() {
    var name = lastName == null ? firstName : (firstName + " " + lastName).strip();
    return name.isEmpty() ? "User " + id : name;
  }

  @Override
  public String toString() {
    return "TelegramUser[" + id + "]";
  }
}
