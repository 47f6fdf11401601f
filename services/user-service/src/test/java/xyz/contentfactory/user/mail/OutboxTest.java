package xyz.contentfactory.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.lease.Leases;
import xyz.contentfactory.kit.secret.LocalKeyring;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.member.EmailAddress;

class OutboxTest {
  private static final Set<LetterKind> WITHOUT_LINK =
      EnumSet.of(
          LetterKind.PASSWORD_CHANGED,
          LetterKind.EMAIL_CHANGED,
          LetterKind.EMAIL_IN_USE,
          LetterKind.PROVIDER_LINKED);
  private static final EmailAddress ANNA = new EmailAddress("anna@example.com");
  private static final URI LINK = URI.create("https://factory.example.org/confirm-email#token=abc");

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2030-01-01T12:00:00Z"));
  private final ServiceDatabase database =
      ServiceDatabase.open("users", TestPostgres.freshDatabase());
  private final Leases leases = new Leases(database, now::get);

  @AfterEach
  void close() {
    database.close();
  }

  private Outbox outbox() {
    return new Outbox(
        database, LocalKeyring.open(folder.resolve("keys")), now::get, new JsonMapper());
  }

  private Postman postman(Outbox outbox, MailRoute route) {
    return new Postman(outbox, route, leases, now::get, () -> {});
  }

  private static Letter letter(MailLanguage language) {
    return Letter.of(LetterKind.CONFIRM_EMAIL, language, LINK);
  }

  @Test
  void a_mail_server_gets_it_as_text_and_as_html_and_the_outbox_is_empty() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      server.setUser("factory", "factory", "wind over the harbour");
      Outbox outbox = outbox();
      outbox.post(ANNA, letter(MailLanguage.RU));
      SmtpSettings settings =
          new SmtpSettings(
              "127.0.0.1",
              server.getSmtp().getPort(),
              "factory",
              Secret.of("wind over the harbour"),
              "Content Factory <factory@example.org>",
              SmtpSettings.Security.NONE);
      postman(outbox, new SmtpRoute(settings)).round();

      MimeMessage got = server.getReceivedMessages()[0];
      assertThat(got.getSubject()).isEqualTo("Подтвердите почту");
      assertThat(got.getAllRecipients()[0]).hasToString("anna@example.com");
      assertThat(got.getFrom()[0]).hasToString("Content Factory <factory@example.org>");
      String body = GreenMailUtil.getBody(got);
      assertThat(body).contains("text/plain").contains("text/html");
      assertThat(outbox.due(10)).isEmpty();
      assertThat(outbox.kept(10)).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void what_a_server_does_not_take_is_tried_again_later_and_given_up_in_the_end() {
    Outbox outbox = outbox();
    outbox.post(ANNA, letter(MailLanguage.EN));
    SmtpSettings nobodyThere =
        new SmtpSettings("127.0.0.1", 1, null, null, "a@example.org", SmtpSettings.Security.NONE);
    Postman postman = postman(outbox, new SmtpRoute(nobodyThere));
    postman.round();
    assertThat(outbox.due(10)).isEmpty();
    now.updateAndGet(instant -> instant.plusSeconds(10));
    assertThat(outbox.due(10)).hasSize(1);
    for (int i = 0; i < 8; i++) {
      postman.round();
      now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
    }

    assertThat(outbox.due(10)).isEmpty();
  }

  @Test
  void a_rolled_back_act_sends_nothing() {
    Outbox outbox = outbox();
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              outbox.post(ANNA, letter(MailLanguage.EN));
              throw new IllegalStateException("the act failed");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(outbox.due(10)).isEmpty();
  }

  @Test
  void a_crash_after_the_server_took_it_sends_it_twice_rather_than_never() {
    Outbox outbox = outbox();
    outbox.post(ANNA, letter(MailLanguage.EN));
    List<Mail> taken = new ArrayList<>();
    MailRoute crashing =
        mail -> {
          taken.add(mail);
          if (taken.size() == 1) {
            throw new IllegalStateException("the process ends here");
          }
        };
    assertThatThrownBy(() -> postman(outbox, crashing).round())
        .isInstanceOf(IllegalStateException.class);
    now.updateAndGet(instant -> instant.plusSeconds(1));
    database.sql().sql("delete from leases").update(); // its lease has run out
    postman(outbox, crashing).round();

    assertThat(taken).hasSize(2);
    assertThat(outbox.due(10)).isEmpty();
  }

  @Test
  void only_the_node_with_the_lease_sends() {
    Outbox outbox = outbox();
    List<Mail> taken = new ArrayList<>();
    Postman first = postman(outbox, taken::add);
    Postman second = postman(outbox, taken::add);
    first.round();
    outbox.post(ANNA, letter(MailLanguage.EN));
    second.round();
    assertThat(taken).isEmpty();
    first.round();

    assertThat(taken).hasSize(1);
  }

  @Test
  void without_a_mail_server_mails_are_kept_for_a_week() {
    Outbox outbox = outbox();
    outbox.post(ANNA, letter(MailLanguage.EN));
    Postman postman = postman(outbox, MailRoute.LOCAL_MAILBOX);
    postman.round();
    assertThat(outbox.kept(10)).extracting(Mail::to).containsExactly("anna@example.com");
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(8)));
    postman.round();

    assertThat(outbox.kept(10)).isEmpty();
  }

  @Test
  void every_letter_is_said_in_every_language_and_text_of_others_is_escaped() {
    Letters letters = new Letters();
    for (MailLanguage language : MailLanguage.values()) {
      for (LetterKind kind : LetterKind.values()) {
        boolean leads = !WITHOUT_LINK.contains(kind);
        Letters.Words words =
            letters.of(
                new Letter(
                    kind, language, leads ? LINK : null, List.of("<b>Anna</b>", "7", "10:30")));
        assertThat(words.html()).doesNotContain("<b>").doesNotContain("{").contains("</html>");
        assertThat(words.text()).doesNotContain("{0}").doesNotContain("{1}");
        assertThat(words.text().contains(LINK.toString())).isEqualTo(leads);
      }
    }
  }
}
