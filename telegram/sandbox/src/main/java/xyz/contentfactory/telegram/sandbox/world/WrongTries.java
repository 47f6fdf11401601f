package xyz.contentfactory.telegram.sandbox.world;

/// Counts wrong codes or passwords of one number and answers with a flood wait when they are many.
final class WrongTries {

  private static final int ALLOWED = 5;
  private static final int BLOCK_SECONDS = 60;

  /// @param blockedUntilSeconds 0 while there are tries left
  record Tries(int wrong, int blockedUntilSeconds) {}

  private final Table<Tries> tries;

  WrongTries(WorldStore store, String table) {
    tries = store.table(table, Tries.class);
  }

  void refuseWhileBlocked(String who, int now) {
    Tries known = tries.get(who);
    if (known == null || known.blockedUntilSeconds() == 0) {
      return;
    }
    if (now < known.blockedUntilSeconds()) {
      throw Refusal.flood(known.blockedUntilSeconds() - now);
    }
    tries.remove(who);
  }

  void wrong(String who, int now) {
    Tries known = tries.get(who);
    int wrong = known == null ? 1 : known.wrong() + 1;
    tries.put(who, new Tries(wrong, wrong < ALLOWED ? 0 : now + BLOCK_SECONDS));
  }

  void right(String who) {
    tries.remove(who);
  }
}
