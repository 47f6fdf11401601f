package xyz.contentfactory.integration.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.login.BatchLogins;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.IdempotencyHeader;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.ProxyText;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// What a person does with lists of numbers. Nothing here waits for Telegram, save the test of a
/// list's proxy: it writes down what is wanted, and [BatchStarter] sees to it.
public final class BatchDesk {
  private final ServiceDatabase database;
  private final Batches batches;
  private final BatchLogins logins;
  private final BatchRecord record;
  private final BatchNews news;
  private final ConnectSettings settings;

  BatchDesk(
      ServiceDatabase database,
      Batches batches,
      BatchLogins logins,
      BatchRecord record,
      BatchNews news,
      ConnectSettings settings) {
    this.database = database;
    this.batches = batches;
    this.logins = logins;
    this.record = record;
    this.news = news;
    this.settings = settings;
  }

  /// The list that a request has made, now or before.
  record Made(Batch batch, boolean isNew) {}

  /// What a person wants of a list.
  ///
  /// @param proxy what all its numbers go through; null when none is chosen
  record Wish(List<@Nullable String> numbers, @Nullable Proxy proxy) {
    List<String> texts() {
      List<String> texts = new ArrayList<>();
      if (proxy != null) {
        texts.add(new String(ProxyText.write(proxy), UTF_8));
      }
      numbers.forEach(number -> texts.add(String.valueOf(number)));
      return texts;
    }
  }

  /// Waits for Telegram when a proxy is to be tested; without one it does not.
  ///
  /// @throws ProblemException `proxy-…` as well
  Made create(UUID member, @Nullable String key, Wish wish, ClientAddress from) {
    String name = IdempotencyHeader.required(key);
    String bodyHash = logins.hash(wish.texts());
    Optional<UUID> made = batches.made(member, name, bodyHash);
    if (made.isPresent()) {
      return new Made(get(member, made.get()), false);
    }
    List<NumberList.Line> read = NumberList.read(wish.numbers());
    requireSize(read);
    Optional<TestedProxy> chosen = logins.chosen(wish.proxy());
    UUID id = UUID.randomUUID();
    boolean isNew =
        database.inTransaction(() -> {
          batches.lock(member);
          return batches.create(id, member, name, bodyHash, chosen) && fill(id, member, read, from);
        });
    return isNew
        ? new Made(get(member, id), true)
        : new Made(get(member, batches.made(member, name, bodyHash).orElseThrow()), false);
  }

  private void requireSize(List<NumberList.Line> lines) {
    if (lines.isEmpty()) {
      throw Complaints.about("numbers", "Name at least one number.", "required");
    }
    if (lines.size() > settings.numbers()) {
      throw Complaints.about(
          "numbers", "A list takes at most " + settings.numbers() + " numbers.", "size");
    }
  }

  /// Refuses the whole list, hence the transaction, when no line of it is good.
  private boolean fill(UUID id, UUID member, List<NumberList.Line> read, ClientAddress from) {
    List<NumberList.Line> lines = read.stream().map(line -> checked(member, line)).toList();
    int good = (int) lines.stream().filter(NumberList.Line::isGood).count();
    if (good == 0) {
      throw complaints(lines).asProblem();
    }
    requireRoom(batches.unfinished(member) + good);
    for (NumberList.Line line : lines) {
      String hash = line.phone() == null ? null : logins.hash(line.phone());
      batches.add(id, member, line, hash);
    }
    record.write(member, id, LogKind.BATCH_CREATED, good, from);
    return true;
  }

  private NumberList.Line checked(UUID member, NumberList.Line line) {
    if (!line.isGood() || line.phone() == null) {
      return line;
    }
    String hash = logins.hash(line.phone());
    if (logins.isConnected(member, hash)) {
      return line.refused(
          TelegramProblem.ACCOUNT_ALREADY_CONNECTED, "This account is connected already.");
    }
    return batches.isListed(member, hash)
        ? line.refused(
            TelegramProblem.PHONE_NUMBER_REPEATED, "Another list is about this number already.")
        : line;
  }

  private static Complaints complaints(List<NumberList.Line> lines) {
    Complaints found = new Complaints();
    for (NumberList.Line line : lines) {
      NumberList.Fault fault = line.fault();
      if (fault != null) {
        found.add("numbers[" + (line.number() - 1) + "]", fault.detail(), fault.code().code());
      }
    }
    return found;
  }

  private void requireRoom(int wanted) {
    if (wanted > settings.numbers()) {
      throw Problem.of(
              CommonProblem.TOO_MANY_REQUESTS,
              "At most "
                  + settings.numbers()
                  + " numbers are under way at once; finish or cancel some of them first.")
          .retryAfter(Duration.ofMinutes(1))
          .asException();
    }
  }

  List<Batch> list(UUID member) {
    return batches.list(member);
  }

  Batch get(UUID member, UUID id) {
    return batches.find(member, id).orElseThrow(BatchDesk::notFound);
  }

  private static ProblemException notFound() {
    return ProblemException.of(TelegramProblem.BATCH_NOT_FOUND);
  }

  /// @param line null for the whole list
  Batch cancel(UUID member, UUID id, @Nullable Integer line, ClientAddress from) {
    require(member, id, line);
    stop(member, id, line, from);
    return get(member, id);
  }

  private void stop(UUID member, UUID id, @Nullable Integer line, @Nullable ClientAddress from) {
    List<UUID> changed = new ArrayList<>();
    database.inTransaction(() -> {
      changed.addAll(batches.cancel(id, line));
      record.write(member, id, LogKind.BATCH_CANCELLED, changed.size(), from);
    });
    news.tell(changed);
  }

  /// Puts what was refused or has expired into the queue once more.
  ///
  /// @param line null for all of them
  Batch retry(UUID member, UUID id, @Nullable Integer line, ClientAddress from) {
    require(member, id, line);
    List<UUID> changed = new ArrayList<>();
    database.inTransaction(() -> {
      batches.lock(member);
      requireRoom(batches.unfinished(member) + batches.retryable(id, line));
      changed.addAll(batches.retry(id, line));
      record.write(member, id, LogKind.BATCH_RETRIED, changed.size(), from);
    });
    news.tell(changed);
    return get(member, id);
  }

  private void require(UUID member, UUID id, @Nullable Integer line) {
    get(member, id);
    if (line != null && !batches.hasLine(id, line)) {
      throw notFound();
    }
  }

  /// Ends all that a member has begun: nobody acts for them any more.
  public void stopAllOf(UUID member) {
    batches.openOnes(member).forEach(id -> stop(member, id, null, null));
  }
}
