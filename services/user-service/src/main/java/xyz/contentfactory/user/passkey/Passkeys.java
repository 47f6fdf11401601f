package xyz.contentfactory.user.passkey;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// All passkeys, in the table `passkeys`.
public final class Passkeys {
  static final int MOST_A_MEMBER = 20;

  private final ServiceDatabase database;
  private final InstantSource clock;
  private final AttestedCredentialDataConverter converter =
      new AttestedCredentialDataConverter(new ObjectConverter());

  public Passkeys(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public boolean hasAny(UUID memberId) {
    return database
        .sql()
        .sql("select exists (select 1 from passkeys where member_id = :member)")
        .param("member", memberId)
        .query(Boolean.class)
        .single();
  }

  List<Passkey> of(UUID memberId) {
    return database
        .sql()
        .sql(
            """
            select id, name, backed_up, created_at, last_used_at from passkeys
             where member_id = :member order by created_at, id
            """)
        .param("member", memberId)
        .query((row, index) -> shown(row))
        .list();
  }

  private static Passkey shown(ResultSet row) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getBoolean("backed_up"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }

  /// Ids that the authenticator already holds for the member.
  List<byte[]> credentialIdsOf(UUID memberId) {
    return database
        .sql()
        .sql("select credential_id from passkeys where member_id = :member")
        .param("member", memberId)
        .query((row, index) -> row.getBytes(1))
        .list();
  }

  /// False when there is one with this credential id already.
  boolean add(StoredPasskey passkey, String name) {
    return database
            .sql()
            .sql(
                """
                insert into passkeys (id, member_id, credential_id, attested, name, sign_count,
                                      backup_eligible, backed_up, created_at)
                values (:id, :member, :credential, :attested, :name, :count, :eligible, :backed,
                        :now)
                on conflict (credential_id) do nothing
                """)
            .param("id", passkey.id())
            .param("member", passkey.memberId())
            .param("credential", passkey.attested().getCredentialId())
            .param("attested", converter.convert(passkey.attested()))
            .param("name", name)
            .param("count", passkey.signCount())
            .param("eligible", passkey.backupEligible())
            .param("backed", passkey.backedUp())
            .param("now", Timestamp.from(clock.instant()))
            .update()
        > 0;
  }

  Optional<StoredPasskey> find(byte[] credentialId) {
    return database
        .sql()
        .sql(
            """
            select id, member_id, attested, sign_count, backup_eligible, backed_up from passkeys
             where credential_id = :credential
            """)
        .param("credential", credentialId)
        .query((row, index) ->
            new StoredPasskey(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                converter.convert(row.getBytes("attested")),
                row.getLong("sign_count"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up")))
        .optional();
  }

  void used(UUID id, long signCount, boolean backedUp) {
    database
        .sql()
        .sql(
            """
            update passkeys set sign_count = greatest(sign_count, :count), backed_up = :backed,
                   last_used_at = :now
             where id = :id
            """)
        .param("count", signCount)
        .param("backed", backedUp)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }

  boolean rename(UUID memberId, UUID id, String name) {
    return database
            .sql()
            .sql("update passkeys set name = :name where id = :id and member_id = :member")
            .param("name", name)
            .param("id", id)
            .param("member", memberId)
            .update()
        > 0;
  }

  boolean remove(UUID memberId, UUID id) {
    return database
            .sql()
            .sql("delete from passkeys where id = :id and member_id = :member")
            .param("id", id)
            .param("member", memberId)
            .update()
        > 0;
  }
}
