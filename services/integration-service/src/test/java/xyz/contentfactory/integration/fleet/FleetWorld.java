package xyz.contentfactory.integration.fleet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.channel.UpdateMarks;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.delivery.DeliveryMeters;
import xyz.contentfactory.integration.delivery.LiveChanges;
import xyz.contentfactory.integration.delivery.Outbox;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.flood.Floods;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.media.MediaDisk;
import xyz.contentfactory.integration.media.Transfers;
import xyz.contentfactory.integration.notice.AccountNotices;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.identity.RevokedInMemory;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.StoredLogin;

/// A fleet of its own on a database of its own, before a Telegram that does as told.
final class FleetWorld implements AutoCloseable {
  final MovableClock clock = new MovableClock();
  final FakeTelegram telegram = new FakeTelegram();
  final ServiceDatabase database =
      ServiceDatabase.open("integration", TestPostgres.freshDatabase());
  final UUID member = UUID.randomUUID();
  final Accounts accounts = new Accounts(database, new PlainKeyring(), clock);
  final AccountNotices notices = new AccountNotices(database, clock);
  final AccountProxies proxies = new AccountProxies(database, new PlainKeyring());
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Fleet fleet;

  /// What happens when a login is decrypted.
  volatile Runnable decrypting = () -> {};

  FleetWorld(Duration leaseTime) {
    Stores stores =
        new Stores(
            accounts,
            new Channels(database, clock),
            new UpdateMarks(database),
            new Outbox(database, clock, JsonMapper.builder().build()),
            new LiveChanges(database, clock, JsonMapper.builder().build()),
            new Transfers(database, clock, MediaDisk.open(folder()), () -> 1),
            new DeliveryMeters(meters),
            new Journal(database, clock),
            new Floods(database, clock),
            notices,
            proxies,
            new Events(new RevokedInMemory(InstantSource.system())));
    fleet = new Fleet(new Claims(database, clock, leaseTime), stores, telegram, clock);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("media");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Not a secret in the whole test, so nothing is hidden.
  private final class PlainKeyring implements Keyring {
    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
      return plaintext;
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
      decrypting.run();
      return ciphertext;
    }
  }

  UUID connected(String phone) {
    return accounts
        .connect(
            new SignedInPerson(
                member, AccountKind.USER, phone, phone, FakeTelegram.PERSON, login()))
        .orElseThrow();
  }

  /// As the client writes it: nobody's, without a key.
  private static StoredLogin login() {
    ByteBuffer bytes = ByteBuffer.allocate(21);
    bytes.putInt(0x43464C47).put((byte) 1).putShort((short) 2).putLong(77).putShort((short) 0);
    CRC32 sum = new CRC32();
    sum.update(bytes.array(), 0, bytes.position());
    return StoredLogin.fromBytes(bytes.putInt((int) sum.getValue()).array());
  }

  Account account(UUID id) {
    return accounts.find(member, id).orElseThrow();
  }

  void awaitState(UUID id, AccountState state) {
    Awaitility.await().until(() -> account(id).state() == state);
  }

  /// A running account whose first look at its channels is over.
  UUID running() {
    UUID id = connected("1");
    fleet.sweep();
    Awaitility.await().until(() -> lines("CHANNELS_REFRESHED") == 1);
    return id;
  }

  long lines(String kind) {
    return count("select count(*) from integration_logs where kind = '" + kind + "'");
  }

  long leasesHeld() {
    return count("select count(*) from leases where expires_at > clock_timestamp()");
  }

  private long count(String question) {
    return database.sql().sql(question).query(Long.class).single();
  }

  /// The problem that a request ends with; null when it succeeds.
  CompletableFuture<@Nullable Problem> refresh(UUID id) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            fleet.refresh(id);
            return null;
          } catch (ProblemException e) {
            return e.problem();
          }
        },
        Executors.newVirtualThreadPerTaskExecutor());
  }

  @Override
  public void close() {
    fleet.close();
    database.close();
  }
}
