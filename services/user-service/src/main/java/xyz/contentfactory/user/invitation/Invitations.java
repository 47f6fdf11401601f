package xyz.contentfactory.user.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.member.EmailAddress;

/// All invitations, in the table `invitations`. One is worth something until it is used or expires,
/// and while the admin who made it is one: so nobody leaves a way in behind.
public final class Invitations {
  private static final int MOST_SHOWN = 200;
  private static final String STANDS =
      """
      used_at is null
        and (created_by is null or exists (select 1 from members m
              where m.id = created_by and m.role = 'admin' and m.blocked_at is null))\
      """;

  private static final String SHOWN =
      """
      select id, email, role, language, life_days, created_at, expires_at, sent_at,
             (select username from members m where m.id = created_by) as creator
        from invitations\
      """;

  private final ServiceDatabase database;

  public Invitations(ServiceDatabase database) {
    this.database = database;
  }

  /// The invitation behind a link, locked until the transaction ends; empty when there is none, or
  /// it is worth nothing any more.
  public Optional<Invitation> findAndLock(InvitationToken token, Instant now) {
    return database
        .sql()
        .sql(
            "select id, email, role from invitations where token_hash = :hash and expires_at > :now and "
                + STANDS
                + " for update")
        .param("hash", token.hash())
        .param("now", Timestamp.from(now))
        .query((row, index) ->
            new Invitation(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("email")).map(EmailAddress::new),
                Role.fromWireName(row.getString("role"))))
        .optional();
  }

  public void use(Invitation invitation, UUID memberId, Instant now) {
    database
        .sql()
        .sql("update invitations set used_at = :now, used_by = :member where id = :id")
        .param("now", Timestamp.from(now))
        .param("member", memberId)
        .param("id", invitation.id())
        .update();
  }

  void add(OpenInvitation invitation, InvitationToken token, UUID adminId) {
    database
        .sql()
        .sql(
            """
            insert into invitations (id, token_hash, email, role, language, life_days, created_by,
              created_at, expires_at, sent_at)
            values (:id, :hash, :email, :role, :language, :days, :admin, :created, :expires, :sent)
            """)
        .param("id", invitation.id())
        .param("hash", token.hash())
        .param("email", invitation.email())
        .param("role", invitation.role().wireName())
        .param("language", invitation.language().tag())
        .param("days", invitation.lifeDays())
        .param("admin", adminId)
        .param("created", Timestamp.from(invitation.createdAt()))
        .param("expires", Timestamp.from(invitation.expiresAt()))
        .param("sent", invitation.sentAt() == null ? null : Timestamp.from(invitation.sentAt()))
        .update();
  }

  /// Those that were not used, the newest first; expired ones too, for they can be sent again.
  List<OpenInvitation> open() {
    return database
        .sql()
        .sql(SHOWN + " where " + STANDS + " order by created_at desc, id limit :most")
        .param("most", MOST_SHOWN)
        .query((row, index) -> open(row))
        .list();
  }

  Optional<OpenInvitation> findOpenAndLock(UUID id) {
    return database
        .sql()
        .sql(SHOWN + " where id = :id and " + STANDS + " for update")
        .param("id", id)
        .query((row, index) -> open(row))
        .optional();
  }

  private static OpenInvitation open(ResultSet row) throws SQLException {
    Timestamp sent = row.getTimestamp("sent_at");
    return new OpenInvitation(
        row.getObject("id", UUID.class),
        row.getString("email"),
        Role.fromWireName(row.getString("role")),
        row.getString("creator"),
        MailLanguage.of(row.getString("language")),
        row.getInt("life_days"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        sent == null ? null : sent.toInstant());
  }

  /// A new link in place of the old one, which is worth nothing from now on.
  void renew(UUID id, InvitationToken token, Instant now, Instant expiresAt) {
    database
        .sql()
        .sql(
            """
            update invitations set token_hash = :hash, sent_at = :now, expires_at = :expires
             where id = :id
            """)
        .param("hash", token.hash())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expiresAt))
        .param("id", id)
        .update();
  }

  /// Whether there was an unused one to withdraw.
  boolean withdraw(UUID id) {
    return database
            .sql()
            .sql("delete from invitations where id = :id and used_at is null")
            .param("id", id)
            .update()
        > 0;
  }

  /// All that a member has made and nobody has used.
  public void withdrawAllOf(UUID adminId) {
    database
        .sql()
        .sql("delete from invitations where created_by = :admin and used_at is null")
        .param("admin", adminId)
        .update();
  }
}
