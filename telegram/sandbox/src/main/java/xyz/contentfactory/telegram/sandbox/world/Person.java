package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// Somebody with an account in the sandbox; id 777000 is Telegram itself.
public record Person(
    long id,
    String phone,
    int dc,
    String firstName,
    String lastName,
    @Nullable String username,
    @Nullable CloudPassword cloudPassword,
    boolean banned,
    CodeDelivery codeDelivery) {

  public static final long TELEGRAM = 777000;

  /// Where the first code of a login goes.
  public enum CodeDelivery {
    APP,
    SMS
  }

  public String name() {
    return lastName.isEmpty() ? firstName : firstName + " " + lastName;
  }

  /// A bot has no number.
  public boolean isBot() {
    return phone.isEmpty();
  }

  public boolean isTelegram() {
    return id == TELEGRAM;
  }

  Person withCloudPassword(@Nullable CloudPassword password) {
    return new Person(id, phone, dc, firstName, lastName, username, password, banned, codeDelivery);
  }

  Person withBanned(boolean nowBanned) {
    return new Person(
        id, phone, dc, firstName, lastName, username, cloudPassword, nowBanned, codeDelivery);
  }

  Person withCodeDelivery(CodeDelivery delivery) {
    return new Person(
        id, phone, dc, firstName, lastName, username, cloudPassword, banned, delivery);
  }

  Person named(String first, String last) {
    return new Person(id, phone, dc, first, last, username, cloudPassword, banned, codeDelivery);
  }

  /// Never the password's verifier.
  @Override
  public String toString() {
    return "Person " + id;
  }
}
