package xyz.contentfactory.user.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.user.member.EmailAddress;

/// Mail that is to be sent. `post` belongs to the transaction of the act, so that act and mail
/// stand or fall together; sending is at least once.
public final class Outbox {
  public static final SealedColumn SEALED =
      SealedColumn.bound("users", "mails", "letter_sealed", "id", "uuid");

  private final ServiceDatabase database;
  private final Keyring keyring;
  private final InstantSource clock;
  private final JsonMapper json;
  private final Letters letters = new Letters();
  private volatile Runnable posted = () -> {};

  public Outbox(ServiceDatabase database, Keyring keyring, InstantSource clock, JsonMapper json) {
    this.database = database;
    this.keyring = keyring;
    this.clock = clock;
    this.json = json;
  }

  private record Sealed(String to, String subject, String text, String html) {}

  /// A mail whose time has come.
  ///
  /// @param attempts how often it was tried before
  record Due(Mail mail, int attempts) {}

  public void post(EmailAddress to, Letter letter) {
    Letters.Words words = letters.of(letter);
    UUID id = UUID.randomUUID();
    byte[] content =
        json.writeValueAsBytes(new Sealed(to.value(), words.subject(), words.text(), words.html()));
    Timestamp now = Timestamp.from(clock.instant());
    database
        .sql()
        .sql(
            """
            insert into mails (id, letter_sealed, created_at, due_at) values (:id, :sealed, :now, :now)
            """)
        .param("id", id)
        .param("sealed", keyring.encrypt(content, placeOf(id)))
        .param("now", now)
        .update();
    Transactions.afterCommit(() -> posted.run());
  }

  void onPosted(Runnable wake) {
    this.posted = wake;
  }

  List<Due> due(int most) {
    return database
        .sql()
        .sql(
            """
            select id, letter_sealed, created_at, attempts from mails
             where kept_at is null and due_at <= :now order by due_at limit :most
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", most)
        .query((row, index) -> new Due(open(row), row.getInt("attempts")))
        .list();
  }

  /// What was kept for the local mailbox, newest first.
  public List<Mail> kept(int most) {
    return database
        .sql()
        .sql(
            """
            select id, letter_sealed, created_at from mails
             where kept_at is not null order by created_at desc limit :most
            """)
        .param("most", most)
        .query((row, index) -> open(row))
        .list();
  }

  void remove(Mail mail) {
    database.sql().sql("delete from mails where id = :id").param("id", mail.id()).update();
  }

  void keep(Mail mail) {
    database
        .sql()
        .sql("update mails set kept_at = :now where id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", mail.id())
        .update();
  }

  void tryAgain(Mail mail, Duration delay) {
    database
        .sql()
        .sql("update mails set attempts = attempts + 1, due_at = :due where id = :id")
        .param("due", Timestamp.from(clock.instant().plus(delay)))
        .param("id", mail.id())
        .update();
  }

  void forgetKeptBefore(Instant instant) {
    database
        .sql()
        .sql("delete from mails where kept_at is not null and created_at < :before")
        .param("before", Timestamp.from(instant))
        .update();
  }

  private Mail open(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Sealed sealed =
        json.readValue(keyring.decrypt(row.getBytes("letter_sealed"), placeOf(id)), Sealed.class);
    return new Mail(
        id,
        row.getTimestamp("created_at").toInstant(),
        sealed.to(),
        sealed.subject(),
        sealed.text(),
        sealed.html());
  }

  private static byte[] placeOf(UUID id) {
    return SEALED.placeOf(id.toString());
  }
}
