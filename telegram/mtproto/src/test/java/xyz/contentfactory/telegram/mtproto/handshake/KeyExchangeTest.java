package xyz.contentfactory.telegram.mtproto.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;

class KeyExchangeTest {
  private static final Instant CLIENT_TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant SERVER_TIME = CLIENT_TIME.plusSeconds(90);

  private final List<IssuedKey> issued = new ArrayList<>();

  @Test
  void both_sides_end_with_the_same_key_and_salt() {
    var established = exchange(permanent(), id -> false);

    assertThat(issued).hasSize(1);
    assertThat(issued.getFirst().authKey()).isEqualTo(established.authKey());
    assertThat(issued.getFirst().firstSalt()).isEqualTo(established.firstSalt());
    assertThat(issued.getFirst().dcOnWire()).hasValue(2);
    assertThat(established.clockOffset()).isEqualTo(Duration.ofSeconds(90));
    assertThat(established.expiresAt()).isEmpty();
  }

  @Test
  void a_temporary_key_ends() {
    var settings =
        new KeyExchangeSettings(
            List.of(SeededEntropy.SERVER_KEY.publicKey()),
            new DcId(2),
            SeededEntropy.of(1),
            Optional.of(Duration.ofHours(24)));

    var established = exchange(settings, id -> false);

    assertThat(established.expiresAt()).contains(CLIENT_TIME.plus(Duration.ofHours(24)));
    assertThat(issued.getFirst().expiresAt()).contains(SERVER_TIME.plus(Duration.ofHours(24)));
  }

  @Test
  void a_taken_key_id_is_retried_with_another_half() {
    var asked = new ArrayList<Long>();
    var established =
        exchange(
            permanent(),
            id -> {
              asked.add(id);
              return asked.size() < 3;
            });

    assertThat(asked).hasSize(3).doesNotHaveDuplicates();
    assertThat(established.authKey().id()).isEqualTo(asked.getLast());
  }

  private static KeyExchangeSettings permanent() {
    return KeyExchangeSettings.permanent(
        List.of(SeededEntropy.SERVER_KEY.publicKey()), new DcId(2), SeededEntropy.of(1));
  }

  private Established exchange(KeyExchangeSettings settings, LongPredicate keyIdTaken) {
    ServerHandshakeStep server =
        ServerKeyExchange.start(
            new ServerKeyExchangeSettings(
                SeededEntropy.SERVER_KEY, SeededEntropy.of(2), keyIdTaken));
    HandshakeStep client = KeyExchange.start(settings, CLIENT_TIME);
    while (client instanceof HandshakeStep.Awaiting awaiting) {
      var turn = server.on(awaiting.packet(), SERVER_TIME);
      server = turn.next();
      turn.issued().ifPresent(issued::add);
      client = awaiting.on(turn.packet(), CLIENT_TIME);
    }
    return (Established) client;
  }
}
