package xyz.contentfactory.telegram.sandbox.world;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import xyz.contentfactory.telegram.crypto.Entropy;

/// QR logins: a token is shown by one device, accepted on another, and turned into a login by the
/// first. Call only inside [World#change].
public final class QrTokens {

  private static final int TOKEN_BYTES = 32;

  /// An accepted token waits so long for its device to come for the login.
  private static final int ACCEPTED_SECONDS = 300;

  private static final int MOST_EXCEPT = 32;

  private final Table<QrToken> tokens;
  private final Keys keys;
  private final Entropy entropy;
  private final Consumer<Outcome> outcomes;

  QrTokens(WorldStore store, Keys keys, Entropy entropy, Consumer<Outcome> outcomes) {
    tokens = store.table("qr", QrToken.class);
    this.keys = keys;
    this.entropy = entropy;
    this.outcomes = outcomes;
  }

  /// A fresh token for the device behind the key; older ones may still be scanned until they
  /// expire.
  public QrToken show(KnownKey key, int dc, List<Long> exceptIds, int now) {
    KnownKey bearer = keys.bearer(key);
    QrToken token =
        new QrToken(
            HexFormat.of().formatHex(entropy.bytes(TOKEN_BYTES)),
            dc,
            bearer.id(),
            key.device(),
            now + QrToken.LIFE_SECONDS,
            exceptIds.stream().limit(MOST_EXCEPT).toList(),
            null,
            false);
    tokens.put(token.token(), token);
    outcomes.accept(new Outcome.QrTokenShown());
    return token;
  }

  /// The token of this device that somebody has accepted, if any.
  public Optional<QrToken> acceptedFor(KnownKey key, int now) {
    KnownKey bearer = keys.bearer(key);
    return tokens
        .all()
        .filter(t -> t.keyId() == bearer.id() && t.dc() == bearer.dc())
        .filter(t -> t.isAccepted() && now < t.expiresSeconds() + ACCEPTED_SECONDS)
        .findFirst();
  }

  /// Lets the device that shows the token in as this person.
  public QrToken accept(String token, Person person, int now) {
    QrToken shown = get(token);
    if (shown.personId() != null) {
      throw Refusal.bad("AUTH_TOKEN_ALREADY_ACCEPTED");
    }
    if (!shown.isOpen(now)) {
      throw Refusal.bad("AUTH_TOKEN_EXPIRED");
    }
    if (shown.exceptIds().contains(person.id())) {
      throw Refusal.bad("AUTH_TOKEN_EXCEPTION");
    }
    QrToken accepted = shown.acceptedBy(person.id());
    tokens.put(token, accepted);
    outcomes.accept(new Outcome.QrTokenAccepted(shown.dc(), shown.keyId()));
    return accepted;
  }

  /// What a device brings to the data centre of its person.
  public QrToken brought(String token, int now) {
    QrToken found = get(token);
    if (!found.isAccepted()) {
      throw Refusal.bad("AUTH_TOKEN_INVALID");
    }
    if (now >= found.expiresSeconds() + ACCEPTED_SECONDS) {
      throw Refusal.bad("AUTH_TOKEN_EXPIRED");
    }
    return found;
  }

  public void use(QrToken token) {
    tokens.put(token.token(), token.usedUp());
  }

  /// Tokens that may be scanned now, the newest of each device.
  public List<QrToken> open(int now) {
    List<QrToken> open = tokens.all().filter(t -> t.isOpen(now)).toList();
    return open.stream().filter(t -> open.stream().noneMatch(o -> replaces(o, t))).toList();
  }

  private static boolean replaces(QrToken newer, QrToken older) {
    return newer.keyId() == older.keyId()
        && newer.dc() == older.dc()
        && newer.expiresSeconds() > older.expiresSeconds();
  }

  private QrToken get(String token) {
    QrToken found = tokens.get(token);
    if (found == null || found.used()) {
      throw Refusal.bad("AUTH_TOKEN_INVALID");
    }
    return found;
  }

  /// Lets go of tokens that nobody can use any more.
  void sweep(int now) {
    tokens
        .all()
        .filter(t -> now >= t.expiresSeconds() + ACCEPTED_SECONDS)
        .toList()
        .forEach(t -> tokens.remove(t.token()));
  }
}
