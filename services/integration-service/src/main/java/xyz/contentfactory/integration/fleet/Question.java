package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.telegram.client.TelegramClient;

/// Something a person asks Telegram through the account's connection, and the answer.
final class Question<R> extends Request {
  private final Function<TelegramClient, R> ask;
  private final @Nullable LogKind kind;
  private final Function<R, String> detail;
  private volatile @Nullable R answer;

  /// One that leaves no trace.
  Question(Function<TelegramClient, R> ask) {
    this(ask, null, answer -> "");
  }

  /// One that is written down.
  ///
  /// @param detail what the line in the journal says of the answer
  Question(Function<TelegramClient, R> ask, @Nullable LogKind kind, Function<R, String> detail) {
    super(Wish.ASK);
    this.ask = ask;
    this.kind = kind;
    this.detail = detail;
  }

  R askOf(TelegramClient client) {
    return ask.apply(client);
  }

  @Nullable LogKind kind() {
    return kind;
  }

  void note(AccountRecord record, R given, Duration took) {
    if (kind != null) {
      record.done(kind, detail.apply(given), took);
    }
  }

  void answered(R given) {
    answer = given;
    done();
  }

  /// After it was awaited.
  R answer() {
    return Objects.requireNonNull(answer);
  }
}
