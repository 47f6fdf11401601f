package xyz.contentfactory.user.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.AccessTokenKeys;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.secret.Keyring;

/// The keys that access tokens are signed with (ES256), made at the first start. The private half
/// is stored encrypted, bound to its key id. The newest key signs, all of them verify: after a
/// rotation the tokens of the key before are good until they expire.
///
/// A key that another copy of this process has made is first published here and signs only after
/// `PUBLISHED_FIRST`, so that no copy meets a token whose key it does not know.
public final class SigningKeys implements AccessTokenKeys {
  public static final SealedColumn SEALED =
      SealedColumn.bound("users", "signing_keys", "private_jwk", "kid", "text");

  /// Longer than any copy goes without reading the keys again.
  static final Duration PUBLISHED_FIRST = Duration.ofMinutes(2);

  /// A key that signs no more is kept for so long: longer than any access token lives.
  static final Duration KEPT_AFTER = Duration.ofHours(2);

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final Instant FIRST = Instant.MAX;

  private final ServiceDatabase database;
  private final Keyring keyring;
  private final InstantSource clock;
  private volatile Ring ring;

  /// Opens the stored keys; makes the first one when there is none.
  public SigningKeys(ServiceDatabase database, Keyring keyring, InstantSource clock) {
    this.database = database;
    this.keyring = keyring;
    this.clock = clock;
    this.ring = Ring.of(load());
    if (ring.newestFirst().isEmpty()) {
      store(generate(), FIRST);
      this.ring = Ring.of(load());
    }
  }

  private record Stored(ECKey key, Instant createdAt) {}

  private record Ring(List<Stored> newestFirst, JWKSet published) {
    static Ring of(List<Stored> newestFirst) {
      return new Ring(
          newestFirst,
          new JWKSet(newestFirst.stream().<JWK>map(stored -> stored.key().toPublicJWK()).toList()));
    }
  }

  ECKey signingKey() {
    Instant published = clock.instant().minus(PUBLISHED_FIRST);
    List<Stored> keys = ring.newestFirst();
    return keys.stream()
        .filter(stored -> !stored.createdAt().isAfter(published))
        .findFirst()
        .orElse(keys.getLast())
        .key();
  }

  @Override
  public JWKSet publicKeys() {
    return ring.published();
  }

  /// Reads what other copies have made, and makes a new key when the newest is older than allowed.
  ///
  /// @param life how long a key signs
  public void rotate(Duration life) {
    Instant now = clock.instant();
    Instant oldest = now.minus(life);
    forget(now.minus(KEPT_AFTER));
    List<Stored> keys = load();
    if (keys.getFirst().createdAt().isBefore(oldest)) {
      store(generate(), oldest);
      keys = load();
      LOG.info("a new key for access tokens: {}", keys.getFirst().key().getKeyID());
    }
    ring = Ring.of(keys);
  }

  /// Forgets the keys whose successor has been signing since before that.
  private void forget(Instant before) {
    database
        .sql()
        .sql(
            """
            delete from signing_keys old where exists
              (select 1 from signing_keys k where k.created_at > old.created_at and k.created_at < :before)
            """)
        .param("before", Timestamp.from(before.minus(PUBLISHED_FIRST)))
        .update();
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no signing key can be made", e);
    }
  }

  /// Two copies come with a key at the same time; the lock lets only the first one in.
  ///
  /// @param unlessAfter nothing is stored when there is a key made since then; the first key of all
  ///   is stored when there is none
  private void store(ECKey key, Instant unlessAfter) {
    byte[] encrypted =
        keyring.encrypt(
            key.toJSONString().getBytes(StandardCharsets.UTF_8), placeOf(key.getKeyID()));
    boolean first = unlessAfter.equals(FIRST);
    database.inTransaction(() -> {
      database.sql().sql("lock table signing_keys in exclusive mode").update();
      database
          .sql()
          .sql(
              """
              insert into signing_keys (kid, public_jwk, private_jwk, created_at)
              select :kid, :public::jsonb, :private, :created
               where not exists (select 1 from signing_keys where :first or created_at >= :since)
              """)
          .param("kid", key.getKeyID())
          .param("public", key.toPublicJWK().toJSONString())
          .param("private", encrypted)
          .param("created", Timestamp.from(clock.instant()))
          .param("first", first)
          .param("since", Timestamp.from(first ? Instant.EPOCH : unlessAfter))
          .update();
    });
  }

  private List<Stored> load() {
    return database
        .sql()
        .sql("select kid, private_jwk, created_at from signing_keys order by created_at desc")
        .query((row, index) ->
            new Stored(
                open(row.getString("kid"), row.getBytes("private_jwk")),
                row.getTimestamp("created_at").toInstant()))
        .list();
  }

  private ECKey open(String kid, byte[] encrypted) {
    byte[] json = keyring.decrypt(encrypted, placeOf(kid));
    try {
      return ECKey.parse(new String(json, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("the stored signing key " + kid + " is not a key", e);
    }
  }

  private static byte[] placeOf(String kid) {
    return SEALED.placeOf(kid);
  }
}
