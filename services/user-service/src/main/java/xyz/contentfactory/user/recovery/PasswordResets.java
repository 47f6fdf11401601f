package xyz.contentfactory.user.recovery;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.link.Link;
import xyz.contentfactory.user.link.LinkPurpose;
import xyz.contentfactory.user.link.LinkToken;
import xyz.contentfactory.user.link.Links;
import xyz.contentfactory.user.link.Pace;
import xyz.contentfactory.user.mail.Letter;
import xyz.contentfactory.user.mail.LetterKind;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.MemberEmails;
import xyz.contentfactory.user.member.MemberPasswords;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.session.SessionEndings;

/// A new password for somebody who forgot theirs.
///
/// Asking only writes the wish down, which is the same work for every address; whether somebody has
/// it is looked up afterwards (`lookThrough`), so that neither the answer nor its time tells.
public final class PasswordResets {
  private static final int AT_ONCE = 100;

  private final ServiceDatabase database;
  private final Members members;
  private final Credentials credentials;
  private final Links links;
  private final Outbox outbox;
  private final SessionEndings sessions;
  private final Audit audit;
  private final InstantSource clock;
  private volatile Runnable asked = () -> {};

  /// What a new password is computed by, and what it changes of a member.
  public record Credentials(Passwords passwords, MemberPasswords hashes, MemberEmails emails) {}

  public PasswordResets(
      ServiceDatabase database,
      Members members,
      Credentials credentials,
      Links links,
      Outbox outbox,
      SessionEndings sessions,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.members = members;
    this.credentials = credentials;
    this.links = links;
    this.outbox = outbox;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /// Says what is to be woken.
  ///
  /// @param look called when there is a wish to look through
  public void onAsked(Runnable look) {
    this.asked = look;
  }

  void ask(EmailAddress email, MailLanguage language) {
    database
        .sql()
        .sql(
            """
            insert into reset_requests (email, language, requested_at)
            values (:email, :language, :now) on conflict (email) do nothing
            """)
        .param("email", email.value())
        .param("language", language.tag())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    Transactions.afterCommit(() -> asked.run());
  }

  private record Request(EmailAddress email, MailLanguage language) {}

  /// Mails a link to each of those who asked and are members; done by one node at a time.
  public void lookThrough() {
    List<Request> requests =
        database
            .sql()
            .sql("select email, language from reset_requests order by requested_at limit :most")
            .param("most", AT_ONCE)
            .query((row, index) ->
                new Request(
                    new EmailAddress(row.getString("email")),
                    MailLanguage.of(row.getString("language"))))
            .list();
    requests.forEach(request -> database.inTransaction(() -> answer(request)));
  }

  /// Takes the wish first: whoever else looks through waits for this transaction and finds it gone.
  private void answer(Request request) {
    int taken =
        database
            .sql()
            .sql("delete from reset_requests where email = :email")
            .param("email", request.email().value())
            .update();
    if (taken > 0) {
      members
          .findForSignIn(request.email())
          .map(Members.WithPassword::member)
          .ifPresent(member -> mailLink(member, request.language()));
    }
  }

  private void mailLink(Member member, MailLanguage language) {
    Instant now = clock.instant();
    List<Instant> sent =
        links.madeSince(member.id(), LinkPurpose.RESET_PASSWORD, Pace.windowBefore(now));
    if (!Pace.wait(sent, now).isZero()) {
      return; // there is a mail in the box already
    }
    EmailAddress email = new EmailAddress(member.email());
    URI link = links.make(member.id(), LinkPurpose.RESET_PASSWORD, email, "/reset-password");
    outbox.post(email, Letter.of(LetterKind.RESET_PASSWORD, language, link));
    trace(member, "member.password-reset-mail", ClientAddress.NONE);
  }

  /// Sets the password of whoever followed the link, which ends all sessions. Who reads the mail of
  /// an address has shown that it is theirs, so it counts as confirmed.
  void reset(LinkToken token, Secret password, MailLanguage language, ClientAddress from) {
    String hash = credentials.passwords().hash(password);
    database.inTransaction(() -> {
      Link link = links.follow(token, Set.of(LinkPurpose.RESET_PASSWORD));
      Member member = members.find(link.memberId()).orElseThrow();
      links.revoke(member.id(), Set.of(LinkPurpose.RESET_PASSWORD));
      credentials.hashes().set(member.id(), hash);
      credentials.emails().confirm(member.id(), link.email());
      sessions.allOf(member.id(), "password-reset");
      outbox.post(
          new EmailAddress(member.email()), Letter.of(LetterKind.PASSWORD_CHANGED, language, null));
      trace(member, "member.password-reset", from);
    });
  }

  private void trace(Member member, String action, ClientAddress from) {
    audit.record(new AuditEntry(member.id(), action, Outcome.OK, from, Map.of()));
  }
}
