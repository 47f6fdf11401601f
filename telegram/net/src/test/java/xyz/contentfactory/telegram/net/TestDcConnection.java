package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.Framing;
import xyz.contentfactory.telegram.mtproto.handshake.ServerHandshakeStep;
import xyz.contentfactory.telegram.mtproto.handshake.ServerKeyExchange;
import xyz.contentfactory.telegram.mtproto.handshake.ServerKeyExchangeSettings;
import xyz.contentfactory.telegram.mtproto.session.ServerEffect;
import xyz.contentfactory.telegram.mtproto.session.ServerSession;

/// One connection of a [TestDc].
final class TestDcConnection implements Runnable {
  private final TestDc dc;
  private final Socket socket;
  private final Framing framing = Framing.server(TestDc.ENTROPY);
  private ServerHandshakeStep handshake;
  private @Nullable ServerSession session;
  private boolean stalled;
  private boolean deaf;
  private final CountDownLatch closed = new CountDownLatch(1);

  TestDcConnection(TestDc dc, Socket socket) {
    this.dc = dc;
    this.socket = socket;
    this.handshake =
        ServerKeyExchange.start(
            new ServerKeyExchangeSettings(TestDc.KEY, TestDc.ENTROPY, dc.keys::containsKey));
  }

  @Override
  public void run() {
    var buffer = new byte[4096];
    try (socket) {
      var fault = dc.faultsOnConnect.poll();
      if (fault != null) {
        misbehave(fault, new byte[0]);
      }
      var in = socket.getInputStream();
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (deaf) {
          closed.await();
        }
        framing.feed(buffer, 0, count);
        for (var frame = framing.next(); frame != null; frame = framing.next()) {
          if (frame instanceof Frame.Packet packet && !stalled) {
            received(packet.bytes());
          }
        }
      }
    } catch (IOException | MtprotoException | InterruptedException end) {
      // The client's business.
    } finally {
      dc.ended(this);
    }
  }

  private synchronized void received(byte[] packet) throws IOException {
    var keyId = AuthKey.idIn(packet);
    if (keyId == 0) {
      exchangeKeys(packet);
      return;
    }
    var keyed = dc.known(keyId);
    if (keyed == null) {
      send(framing.frameError(Frame.TransportError.UNKNOWN_AUTH_KEY));
      return;
    }
    synchronized (keyed) {
      var accepted = keyed.sessions().accept(packet, dc.clock().instant());
      if (accepted != session) {
        session = accepted;
        accepted.connected();
      }
      serve(accepted);
    }
  }

  private void exchangeKeys(byte[] packet) throws IOException {
    var turn = handshake.on(packet, dc.clock().instant());
    handshake = turn.next();
    turn.issued().ifPresent(issued -> dc.issue(issued.authKey()));
    send(framing.frame(turn.packet()));
  }

  private void serve(ServerSession on) throws IOException {
    for (var effect = on.nextEffect(); effect != null; effect = on.nextEffect()) {
      if (effect instanceof ServerEffect.Requested(var msgId, var body)) {
        switch (dc.answer(body)) {
          case Reply.Result(var result) -> on.reply(msgId, result);
          case Reply.Failed(var code, var type) -> on.error(msgId, code, type);
        }
      }
    }
    flush(on);
  }

  private void flush(ServerSession on) throws IOException {
    var now = dc.clock().instant();
    for (var packet = on.nextPacket(now); packet != null; packet = on.nextPacket(now)) {
      var fault = dc.faults.poll();
      if (fault == null) {
        send(framing.frame(packet));
      } else {
        misbehave(fault, packet);
      }
    }
  }

  private void misbehave(Fault fault, byte[] packet) throws IOException {
    switch (fault) {
      case Fault.CloseNow _ -> socket.close();
      case Fault.HalfClose _ -> socket.shutdownOutput();
      case Fault.Stall _ -> stalled = true;
      case Fault.StopReading _ -> deaf = true;
      case Fault.RawBytes(var bytes) -> send(bytes);
      case Fault.GarbageFrame(var length) -> send(framing.frame(TestDc.ENTROPY.bytes(length)));
      case Fault.TruncatedFrame _ -> {
        var framed = framing.frame(packet);
        send(Arrays.copyOf(framed, framed.length / 2));
        socket.close();
      }
      case Fault.WrongMsgKey _ -> {
        var damaged = packet.clone();
        damaged[8] ^= 1;
        send(framing.frame(damaged));
      }
      case Fault.ReplayedPacket _ -> {
        send(framing.frame(packet));
        send(framing.frame(packet));
      }
      case Fault.TransportError(var code, var times) -> {
        for (var time = 0; time < times; time++) {
          send(framing.frameError(code));
        }
      }
      case Fault.DropAnswer _ -> {}
    }
  }

  synchronized void push(byte[] update) {
    var on = session;
    if (on != null) {
      on.push(update);
      try {
        flush(on);
      } catch (IOException closed) {
        close();
      }
    }
  }

  private void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void close() {
    closed.countDown();
    try {
      socket.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
