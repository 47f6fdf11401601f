package xyz.contentfactory.kit.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.secret.KeyVersion;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.LocalKeyring;
import xyz.contentfactory.kit.secret.RotatingKeyring;

class RotationTest {
  private static final ServiceDatabase DATABASE =
      ServiceDatabase.open("kit_test", TestPostgres.freshDatabase());
  private static final SealedColumn COLUMN =
      SealedColumn.bound("kit_test", "things", "thing_sealed", "id", "uuid");
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path temp = Path.of("");
  private Instant now = START;

  @BeforeEach
  void clear() {
    DATABASE.sql().sql("delete from things").update();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private LocalKeyring keyring() {
    return LocalKeyring.open(temp.resolve("keys"), () -> now);
  }

  private Rotation rotation(RotatingKeyring keyring) {
    return new Rotation(keyring, List.of(new SealedColumns(DATABASE, List.of(COLUMN))), () -> now);
  }

  private Rotation rotation() {
    return rotation(keyring());
  }

  private static UUID store(Keyring keyring, int value) {
    UUID id = UUID.randomUUID();
    DATABASE
        .sql()
        .sql("insert into things (id, thing_sealed) values (:id, :thing)")
        .param("id", id)
        .param("thing", seal(keyring, id, value))
        .update();
    return id;
  }

  private static byte[] seal(Keyring keyring, UUID id, int value) {
    return keyring.encrypt(new byte[] {(byte) value}, COLUMN.placeOf(id.toString()));
  }

  private static void write(UUID id, byte[] thing) {
    DATABASE
        .sql()
        .sql("update things set thing_sealed = :thing where id = :id")
        .param("thing", thing)
        .param("id", id)
        .update();
  }

  private int read(UUID id) {
    byte[] thing =
        DATABASE
            .sql()
            .sql("select thing_sealed from things where id = :id")
            .param("id", id)
            .query((row, index) -> row.getBytes(1))
            .single();
    return keyring().decrypt(thing, COLUMN.placeOf(id.toString()))[0];
  }

  private void afterTheStragglers() {
    now = now.plus(Rotation.STRAGGLERS).plusSeconds(1);
  }

  @Test
  void without_a_change_nothing_is_done() {
    UUID id = store(keyring(), 7);
    Rotation rotation = rotation();
    rotation.round();

    assertThat(rotation.status()).isEqualTo(new RotationStatus(1, START, false, 1, 1, 0, null));
    assertThat(read(id)).isEqualTo(7);
  }

  @Test
  void everything_is_encrypted_anew_and_the_former_key_goes_when_nobody_can_still_use_it() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      ids.add(store(keyring(), i));
    }
    DATABASE.sql().sql("insert into things (id) values (gen_random_uuid())").update();
    Rotation rotation = rotation();
    now = now.plusSeconds(60);
    assertThat(rotation.begin()).isTrue();
    Instant until = now.plus(Rotation.STRAGGLERS);
    assertThat(rotation.status()).isEqualTo(new RotationStatus(2, now, true, 250, 0, 0, until));

    rotation.round();
    assertThat(rotation.status()).isEqualTo(new RotationStatus(2, now, true, 250, 250, 0, until));
    assertThat(rotation.begin()).isFalse();
    assertThat(keyring().versions()).hasSize(2);

    Instant since = now;
    afterTheStragglers();
    rotation.round();
    assertThat(rotation.status()).isEqualTo(new RotationStatus(2, since, false, 250, 250, 0, null));
    for (int i = 0; i < 250; i++) {
      assertThat(read(ids.get(i))).isEqualTo((byte) i);
    }
  }

  @Test
  void what_was_encrypted_before_the_change_and_written_after_it_is_not_lost() {
    store(keyring(), 1);
    UUID late = UUID.randomUUID();
    byte[] old = seal(keyring(), late, 7);
    rotation().begin();
    rotation().round();
    DATABASE
        .sql()
        .sql("insert into things (id, thing_sealed) values (:id, :thing)")
        .param("id", late)
        .param("thing", old)
        .update();

    afterTheStragglers();
    rotation().round();

    assertThat(rotation().status().underWay()).isFalse();
    assertThat(read(late)).isEqualTo(7);
  }

  @Test
  void what_somebody_writes_meanwhile_is_not_overwritten() {
    UUID id = store(keyring(), 7);
    rotation().begin();
    rotation(new Interrupted(keyring(), call -> write(id, seal(keyring(), id, 8)))).round();

    assertThat(read(id)).isEqualTo(8);
  }

  @Test
  void a_value_that_does_not_open_keeps_the_former_key_and_harms_no_other() {
    UUID good = store(keyring(), 7);
    UUID bad = store(keyring(), 8);
    write(bad, seal(keyring(), UUID.randomUUID(), 9));
    rotation().begin();
    afterTheStragglers();
    Duration rest = rotation().round();

    assertThat(rest).isEqualTo(Duration.ofMinutes(1));
    assertThat(rotation().status().underWay()).isTrue();
    assertThat(rotation().status().renewed()).isEqualTo(1);
    assertThat(read(good)).isEqualTo(7);

    write(bad, seal(keyring(), bad, 8));
    rotation().round();
    assertThat(keyring().versions()).hasSize(1);
    assertThat(read(bad)).isEqualTo(8);
  }

  @Test
  void what_no_key_here_has_encrypted_is_told_and_holds_nothing_up() {
    write(store(keyring(), 7), new byte[] {1, 2, 3, 4, 5, 6});
    rotation().begin();
    afterTheStragglers();
    rotation().round();

    assertThat(rotation().status().unreadable()).isEqualTo(1);
    assertThat(rotation().status().underWay()).isFalse();
  }

  /// The process ends in the middle of any call of the keyring; another one goes on from there.
  @Test
  void killed_anywhere_it_goes_on_and_loses_nothing() {
    for (int last = 1; last <= 9; last++) {
      clear();
      List<UUID> ids = List.of(store(keyring(), 1), store(keyring(), 2), store(keyring(), 3));
      int diesAt = last;
      RotatingKeyring dying =
          new Interrupted(
              keyring(),
              call -> {
                if (call >= diesAt) {
                  throw new Killed();
                }
              });
      runUntilKilled(rotation(dying));
      assertThat(ids.stream().map(this::read)).containsExactly(1, 2, 3);

      rotation().begin();
      afterTheStragglers();
      rotation().round();
      assertThat(keyring().versions()).hasSize(1);
      assertThat(rotation().status().renewed()).isEqualTo(3);
      assertThat(ids.stream().map(this::read)).containsExactly(1, 2, 3);
    }
  }

  private void runUntilKilled(Rotation rotation) {
    try {
      rotation.begin();
      rotation.round();
      afterTheStragglers();
      rotation.round();
    } catch (Killed expected) {
      assertThat(expected).hasNoCause();
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Something happens after each call that changes or encrypts, and before its answer is used.
  private record Interrupted(RotatingKeyring real, IntConsumer event, AtomicInteger calls)
      implements RotatingKeyring {
    Interrupted(RotatingKeyring real, IntConsumer event) {
      this(real, event, new AtomicInteger());
    }

    private <T> T then(T answer) {
      event.accept(calls.incrementAndGet());
      return answer;
    }

    @Override
    public List<KeyVersion> versions() {
      return real.versions();
    }

    @Override
    public boolean rotate() {
      return then(real.rotate());
    }

    @Override
    public boolean retire(KeyVersion newest) {
      return then(real.retire(newest));
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
      return then(real.encrypt(plaintext, associatedData));
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
      return real.decrypt(ciphertext, associatedData);
    }
  }
}
