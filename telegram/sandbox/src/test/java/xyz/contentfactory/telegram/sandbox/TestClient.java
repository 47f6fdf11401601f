package xyz.contentfactory.telegram.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.mtproto.CallId;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.Framing;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;
import xyz.contentfactory.telegram.mtproto.handshake.Established;
import xyz.contentfactory.telegram.mtproto.handshake.HandshakeStep;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchange;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchangeSettings;
import xyz.contentfactory.telegram.mtproto.session.ClientSession;
import xyz.contentfactory.telegram.mtproto.session.SessionEffect;
import xyz.contentfactory.telegram.sandbox.schema.Codec;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;

/// A client for tests: blocking, one connection, the newest layer.
final class TestClient implements AutoCloseable {

  /// The sandbox refused a call.
  static final class RpcRefused extends RuntimeException {
    RpcRefused(int code, String type) {
      super(code + " " + type);
    }
  }

  /// The connection ended before the answer.
  static final class Lost extends RuntimeException {
    Lost() {
      super("connection lost");
    }
  }

  private static final Codec CODEC = new Codec(LayeredSchema.shipped());
  private static final int PATIENCE_MILLIS = 10_000;

  private final String host;
  private final int port;
  private final Queue<TlValue> pushed = new ArrayDeque<>();
  private final ClientSession session;
  private final Established key;
  private Socket socket;
  private Framing framing;

  private TestClient(String host, int port, String pem, int dc, FramingKind kind)
      throws IOException {
    this.host = host;
    this.port = port;
    framing = Framing.client(kind, Entropy.secure());
    socket = open();
    KeyExchangeSettings settings =
        KeyExchangeSettings.permanent(
            List.of(RsaPublicKey.fromPem(pem)), new DcId(10_000 + dc), Entropy.secure());
    HandshakeStep step = KeyExchange.start(settings, Instant.now());
    while (step instanceof HandshakeStep.Awaiting awaiting) {
      send(awaiting.packet());
      step = awaiting.on(receive(), Instant.now());
    }
    key = (Established) step;
    session =
        ClientSession.open(key.authKey(), key.firstSalt(), key.clockOffset(), Entropy.secure());
    session.connected(Instant.now());
  }

  private TestClient(TestClient other) throws IOException {
    host = other.host;
    port = other.port;
    key = other.key;
    framing = Framing.client(FramingKind.INTERMEDIATE, Entropy.secure());
    socket = open();
    session =
        ClientSession.open(key.authKey(), key.firstSalt(), key.clockOffset(), Entropy.secure());
    session.connected(Instant.now());
  }

  /// Another client with the same auth key, as a copied login would make it.
  TestClient again() throws IOException {
    return new TestClient(this);
  }

  static TestClient connect(Sandbox sandbox, int dc, FramingKind kind) throws IOException {
    URI http = sandbox.address();
    var description = Http.get(http, "/api/sandbox").json();
    var address = description.get("dcs").get(dc - 1);
    return new TestClient(
        address.get("host").stringValue(),
        address.get("port").intValue(),
        description.get("publicKey").stringValue(),
        dc,
        kind);
  }

  private Socket open() throws IOException {
    Socket fresh = new Socket(host, port);
    fresh.setSoTimeout(PATIENCE_MILLIS);
    fresh.getOutputStream().write(framing.opening());
    return fresh;
  }

  /// A new connection for the same session, as after a broken one.
  void reconnect() throws IOException {
    socket.close();
    framing = Framing.client(FramingKind.INTERMEDIATE, Entropy.secure());
    socket = open();
    session.connected(Instant.now());
  }

  /// Calls in the newest layer and waits for the answer.
  TlValue call(TlValue method) throws IOException {
    return wait(start(method));
  }

  CallId start(TlValue method) throws IOException {
    TlValue init =
        TlValue.of(
            "initConnection",
            "api_id",
            1,
            "device_model",
            "Test",
            "system_version",
            "1",
            "app_version",
            "1",
            "system_lang_code",
            "en",
            "lang_pack",
            "",
            "lang_code",
            "en",
            "query",
            method);
    TlValue wrapped = TlValue.of("invokeWithLayer", "layer", LayeredSchema.NEWEST, "query", init);
    CallId id = session.call(CODEC.encode(wrapped, LayeredSchema.NEWEST));
    flush();
    return id;
  }

  TlValue wait(CallId id) throws IOException {
    while (true) {
      flush();
      for (SessionEffect e = session.nextEffect(); e != null; e = session.nextEffect()) {
        switch (e) {
          case SessionEffect.Replied(CallId call, byte[] body) when call.equals(id) -> {
            return answer(body);
          }
          case SessionEffect.RpcFailed(CallId call, int code, String type) when call.equals(id) ->
              throw new RpcRefused(code, type);
          case SessionEffect.Pushed(byte[] body) ->
              pushed.add(CODEC.decode(body, LayeredSchema.NEWEST));
          default -> {}
        }
      }
      session.received(receive(), Instant.now());
    }
  }

  private static TlValue answer(byte[] body) {
    try {
      return CODEC.decode(body, LayeredSchema.NEWEST);
    } catch (RuntimeException _) {
      return TlValue.of("vector");
    }
  }

  /// The next update that was pushed.
  TlValue nextPush() throws IOException {
    while (pushed.isEmpty()) {
      session.received(receive(), Instant.now());
      for (SessionEffect e = session.nextEffect(); e != null; e = session.nextEffect()) {
        if (e instanceof SessionEffect.Pushed(byte[] body)) {
          pushed.add(CODEC.decode(body, LayeredSchema.NEWEST));
        }
      }
    }
    return pushed.remove();
  }

  /// Logs in by code and returns the user.
  TlValue logIn(String phone) throws IOException {
    TlValue sent = call(sendCode(phone));
    TlValue authorization =
        call(
            TlValue.of(
                "auth.signIn",
                "phone_number",
                phone,
                "phone_code_hash",
                sent.text("phone_code_hash"),
                "phone_code",
                phone.substring(5, 6).repeat(5)));
    @Nullable TlValue user = authorization.object("user");
    if (user == null) {
      throw new IllegalStateException(authorization.name());
    }
    return user;
  }

  static TlValue sendCode(String phone) {
    return TlValue.of(
        "auth.sendCode",
        "phone_number",
        phone,
        "api_id",
        1,
        "api_hash",
        "x",
        "settings",
        TlValue.of("codeSettings"));
  }

  private void flush() throws IOException {
    for (byte[] p = session.nextPacket(Instant.now());
        p != null;
        p = session.nextPacket(Instant.now())) {
      send(p);
    }
  }

  private void send(byte[] packet) throws IOException {
    socket.getOutputStream().write(framing.frame(packet));
  }

  private byte[] receive() throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4096];
    while (true) {
      switch (framing.next()) {
        case Frame.Packet(byte[] packet) -> {
          return packet;
        }
        case Frame.TransportError(int code) ->
            throw new IllegalStateException("transport error " + code);
        case null -> {
          int n = in.read(buffer);
          if (n < 0) {
            throw new Lost();
          }
          framing.feed(buffer, 0, n);
        }
      }
    }
  }

  /// Only the connection ends; the key may be used again.
  void hangUp() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
