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
import java.time.InstantSource;
import java.util.List;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.AccessTokenKeys;
import xyz.contentfactory.kit.secret.Keyring;

/// The keys that access tokens are signed with (ES256), made at the first start. The private half
/// is stored encrypted, bound to its key id; the newest key signs, all of them verify.
public final class SigningKeys implements AccessTokenKeys {
  private final ServiceDatabase database;
  private final Keyring keyring;
  private final InstantSource clock;
  private final ECKey newest;
  private final JWKSet published;

  /// Opens the stored keys; makes the first one when there is none.
  public SigningKeys(ServiceDatabase database, Keyring keyring, InstantSource clock) {
    this.database = database;
    this.keyring = keyring;
    this.clock = clock;
    if (load().isEmpty()) {
      store(generate());
    }
    List<ECKey> newestFirst = load();
    this.newest = newestFirst.getFirst();
    this.published = new JWKSet(newestFirst.stream().<JWK>map(ECKey::toPublicJWK).toList());
  }

  ECKey signingKey() {
    return newest;
  }

  @Override
  public JWKSet publicKeys() {
    return published;
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

  /// Two copies that start together both come with a key; the lock lets only the first one in.
  private void store(ECKey key) {
    byte[] encrypted =
        keyring.encrypt(
            key.toJSONString().getBytes(StandardCharsets.UTF_8), placeOf(key.getKeyID()));
    database.inTransaction(() -> {
      database.sql().sql("lock table signing_keys in exclusive mode").update();
      database
          .sql()
          .sql(
              """
              insert into signing_keys (kid, public_jwk, private_jwk, created_at)
              select :kid, :public::jsonb, :private, :created
               where not exists (select 1 from signing_keys)
              """)
          .param("kid", key.getKeyID())
          .param("public", key.toPublicJWK().toJSONString())
          .param("private", encrypted)
          .param("created", Timestamp.from(clock.instant()))
          .update();
    });
  }

  private List<ECKey> load() {
    return database
        .sql()
        .sql("select kid, private_jwk from signing_keys order by created_at desc")
        .query((row, index) -> open(row.getString("kid"), row.getBytes("private_jwk")))
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
    return ("users.signing_keys.private_jwk/" + kid).getBytes(StandardCharsets.UTF_8);
  }
}
