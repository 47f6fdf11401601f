package xyz.contentfactory.user.notice;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.notice.Notice;
import xyz.contentfactory.kit.notice.Notices;
import xyz.contentfactory.kit.web.PublicUrl;
import xyz.contentfactory.user.mail.Letter;
import xyz.contentfactory.user.mail.LetterKind;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Language;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;

/// Writes to members what another service has to tell them. A mail and the note that it was written
/// are one transaction; only then the other service is told. So a notice is mailed once, whatever
/// is killed in between.
public final class NoticeMails {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeMails.class);

  /// Longer than a notice waits for `told` after its mail.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Notices notices;
  private final ServiceDatabase database;
  private final Members members;
  private final Outbox outbox;
  private final PublicUrl publicUrl;
  private final InstantSource clock;

  public NoticeMails(
      Notices notices,
      ServiceDatabase database,
      Members members,
      Outbox outbox,
      PublicUrl publicUrl,
      InstantSource clock) {
    this.notices = notices;
    this.database = database;
    this.members = members;
    this.outbox = outbox;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /// Passes on what waits. What fails is tried again in the next round, and holds up neither other
  /// notices nor other mail.
  public void passOn() {
    try {
      notices.waiting().forEach(this::passOn);
    } catch (RuntimeException e) {
      LOG.warn("what is to be told cannot be asked for now", e);
    }
  }

  private void passOn(Notice notice) {
    try {
      kindOf(notice).ifPresent(kind -> database.inTransaction(() -> write(notice, kind)));
      notices.told(notice.id());
    } catch (RuntimeException e) {
      LOG.warn("notice {} is passed on later", notice.id(), e);
    }
  }

  private static Optional<LetterKind> kindOf(Notice notice) {
    Optional<LetterKind> kind =
        Arrays.stream(LetterKind.values())
            .filter(one -> one.name().equals(notice.kind()))
            .findFirst();
    if (kind.isEmpty()) {
      LOG.warn("nothing is written for a notice of the kind {}", notice.kind());
    }
    return kind;
  }

  private void write(Notice notice, LetterKind kind) {
    if (isFirst(notice)) {
      members
          .find(notice.memberId())
          .filter(this::wantsIt)
          .ifPresent(member ->
              outbox.post(new EmailAddress(member.email()), letter(notice, kind, member)));
    }
  }

  private boolean isFirst(Notice notice) {
    Instant now = clock.instant();
    database
        .sql()
        .sql("delete from passed_notices where passed_at < :before")
        .param("before", Timestamp.from(now.minus(REMEMBERED)))
        .update();
    return database
            .sql()
            .sql(
                """
                insert into passed_notices (id, passed_at) values (:id, :now) on conflict do nothing
                """)
            .param("id", notice.id())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Who may not sign in could do nothing about it.
  private boolean wantsIt(Member member) {
    return member.emailConfirmed()
        && !Boolean.FALSE.equals(member.preferences().accountMails())
        && !members.isBlocked(member.id());
  }

  private Letter letter(Notice notice, LetterKind kind, Member member) {
    Language language = member.preferences().language();
    List<String> values =
        new ArrayList<>(List.of(oneLine(notice.subjectName()), Long.toString(notice.count())));
    if (notice.until() != null) {
      values.add(inWords(notice.until(), member));
    }
    return new Letter(
        kind,
        MailLanguage.of(language == null ? null : language.wireName()),
        publicUrl.page("/accounts/" + notice.subjectId()),
        values);
  }

  /// It stands in the subject, and was chosen by somebody at Telegram.
  private static String oneLine(String name) {
    return name.replaceAll("\\p{Cntrl}", " ");
  }

  private static String inWords(Instant time, Member member) {
    String zone = member.preferences().timeZone();
    Language language = member.preferences().language();
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language == null ? "en" : language.wireName()))
        .format(time.atZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone)));
  }
}
