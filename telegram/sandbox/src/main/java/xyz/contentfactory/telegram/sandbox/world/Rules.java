package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// What can be chosen about how strict the sandbox is. Call only inside [World#change].
public final class Rules {

  /// When a second main connection of one auth key kills the key (`AUTH_KEY_DUPLICATED`). A main
  /// connection is one that wants updates; a client may have as many others as it likes.
  public enum SecondConnection {
    /// As Telegram does: when it comes from another address than the first.
    OTHER_ADDRESS,
    /// Always; shows that a client has one owner, even when everything runs on one machine.
    ANY
  }

  private static final String SECOND_CONNECTION = "secondConnection";

  private final Table<String> rules;

  Rules(WorldStore store) {
    rules = store.table("rules", String.class);
  }

  public SecondConnection secondConnection() {
    @Nullable String chosen = rules.get(SECOND_CONNECTION);
    return chosen == null ? SecondConnection.OTHER_ADDRESS : SecondConnection.valueOf(chosen);
  }

  public void secondConnection(SecondConnection rule) {
    rules.put(SECOND_CONNECTION, rule.name());
  }
}
