package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import xyz.contentfactory.telegram.mtproto.ServerSalt;

/// The client's salts: the one in use and those the server has announced.
final class Salts {
  /// How many to ask for: half a day.
  static final int ASK_FOR = 24;

  private static final int MAX = 64;
  private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

  private final List<ServerSalt> announced = new ArrayList<>();
  private long current;
  private Instant askedAt = Instant.EPOCH;

  Salts(long first) {
    current = first;
  }

  /// The salt to use at that server time. Returns a new one only when the used one has ended.
  long at(Instant serverTime) {
    announced.removeIf(salt -> !serverTime.isBefore(salt.validUntil()));
    boolean known = announced.stream().anyMatch(salt -> salt.value() == current);
    if (!known) {
      announced.stream()
          .filter(salt -> salt.isValidAt(serverTime))
          .max(Comparator.comparing(ServerSalt::validUntil))
          .ifPresent(salt -> current = salt.value());
    }
    return current;
  }

  long current() {
    return current;
  }

  /// The server has said what to use now.
  void set(long salt) {
    current = salt;
  }

  boolean wantsMore(Instant serverTime) {
    boolean enough = announced.size() > 1;
    return !enough && serverTime.isAfter(askedAt.plus(ASK_AGAIN));
  }

  void asked(Instant serverTime) {
    askedAt = serverTime;
  }

  /// The question may have been refused.
  void askAgain() {
    askedAt = Instant.EPOCH;
  }

  void announce(List<ServerSalt> salts) {
    announced.clear();
    announced.addAll(salts.subList(0, Math.min(MAX, salts.size())));
  }
}
