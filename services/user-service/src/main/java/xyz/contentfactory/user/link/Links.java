package xyz.contentfactory.user.link;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.web.PublicUrl;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.problem.UserProblem;

/// Links for mails. The token stands behind the `#`, which browsers tell to no server and no log.
/// All methods belong to the caller's transaction.
public final class Links {
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);

  private final ServiceDatabase database;
  private final PublicUrl publicUrl;
  private final InstantSource clock;
  private final SecureRandom random;

  public Links(
      ServiceDatabase database, PublicUrl publicUrl, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.random = random;
  }

  /// A new link to a page of the cabinet; earlier ones go on working.
  public URI make(UUID memberId, LinkPurpose purpose, EmailAddress sentTo, String page) {
    LinkToken token = LinkToken.random(random);
    Instant now = clock.instant();
    forgetLongExpired(now);
    database
        .sql()
        .sql(
            """
            insert into links (token_hash, member_id, purpose, email, created_at, expires_at)
            values (:hash, :member, :purpose, :email, :now, :expires)
            """)
        .param("hash", token.hash())
        .param("member", memberId)
        .param("purpose", purpose.wireName())
        .param("email", sentTo.value())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(purpose.life())))
        .update();
    return publicUrl.page(page + "#token=" + token.text().reveal());
  }

  private void forgetLongExpired(Instant now) {
    database
        .sql()
        .sql("delete from links where expires_at < :before")
        .param("before", Timestamp.from(now.minus(KEPT_AFTER_EXPIRY)))
        .update();
  }

  /// Uses a link up.
  ///
  /// @throws ProblemException `link-invalid` when it is unknown, used, expired or for something
  ///   else
  public Link follow(LinkToken token, Set<LinkPurpose> purposes) {
    Timestamp now = Timestamp.from(clock.instant());
    Optional<Link> found =
        database
            .sql()
            .sql(
                """
                update links set used_at = :now
                 where token_hash = :hash and used_at is null and expires_at > :now
                   and purpose in (:purposes)
                returning member_id, purpose, email
                """)
            .param("now", now)
            .param("hash", token.hash())
            .param(
                "purposes",
                purposes.stream().map(LinkPurpose::wireName).collect(Collectors.toSet()))
            .query((row, index) ->
                new Link(
                    row.getObject("member_id", UUID.class),
                    LinkPurpose.fromWireName(row.getString("purpose")),
                    new EmailAddress(row.getString("email"))))
            .optional();
    return found.orElseThrow(() -> ProblemException.of(UserProblem.LINK_INVALID));
  }

  /// When the latest links of the kind were made, newest first.
  public List<Instant> madeSince(UUID memberId, LinkPurpose purpose, Instant since) {
    return database
        .sql()
        .sql(
            """
            select created_at from links
             where member_id = :member and purpose = :purpose and created_at > :since
             order by created_at desc
            """)
        .param("member", memberId)
        .param("purpose", purpose.wireName())
        .param("since", Timestamp.from(since))
        .query((row, index) -> row.getTimestamp(1).toInstant())
        .list();
  }

  /// Whether a link of one of the kinds still waits to be followed.
  public boolean waiting(UUID memberId, Set<LinkPurpose> purposes) {
    return database
        .sql()
        .sql(
            """
            select exists (select 1 from links
              where member_id = :member and used_at is null and purpose in (:purposes))
            """)
        .param("member", memberId)
        .param("purposes", purposes.stream().map(LinkPurpose::wireName).collect(Collectors.toSet()))
        .query(Boolean.class)
        .single();
  }

  /// Makes the unused links of these kinds worth nothing.
  public void revoke(UUID memberId, Set<LinkPurpose> purposes) {
    database
        .sql()
        .sql(
            "delete from links where member_id = :member and used_at is null and purpose in (:purposes)")
        .param("member", memberId)
        .param("purposes", purposes.stream().map(LinkPurpose::wireName).collect(Collectors.toSet()))
        .update();
  }
}
