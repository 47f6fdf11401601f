package xyz.contentfactory.telegram.sandbox.dc;

import java.time.Instant;
import xyz.contentfactory.telegram.mtproto.handshake.IssuedKey;
import xyz.contentfactory.telegram.mtproto.handshake.ServerHandshakeStep;
import xyz.contentfactory.telegram.mtproto.handshake.ServerKeyExchange;
import xyz.contentfactory.telegram.mtproto.handshake.ServerKeyExchangeSettings;
import xyz.contentfactory.telegram.mtproto.handshake.ServerTurn;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The key exchange of one connection. A key is in the store before its client hears of it.
final class Handshake {

  private final int dc;
  private final World world;
  private ServerHandshakeStep step;

  Handshake(int dc, Floor floor) {
    this.dc = dc;
    this.world = floor.world();
    this.step =
        ServerKeyExchange.start(
            new ServerKeyExchangeSettings(world.identity().key(), floor.entropy(), this::isTaken));
  }

  private boolean isTaken(long keyId) {
    return world.look(() -> world.keys().find(dc, keyId, world.now()).isPresent());
  }

  byte[] on(byte[] packet) {
    ServerTurn turn = step.on(packet, world.clock().instant());
    step = turn.next();
    turn.issued().ifPresent(this::keep);
    return turn.packet();
  }

  private void keep(IssuedKey issued) {
    int expires = issued.expiresAt().map(Instant::getEpochSecond).orElse(0L).intValue();
    KnownKey.Issue issue =
        new KnownKey.Issue(
            issued.authKey().toByteArray(), world.now(), expires, issued.firstSalt());
    KnownKey key = KnownKey.issued(dc, issued.authKey().id(), issue);
    world.look(() -> {
      world.keys().keep(key);
      return true;
    });
  }
}
