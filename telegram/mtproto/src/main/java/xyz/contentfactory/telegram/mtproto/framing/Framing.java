package xyz.contentfactory.telegram.mtproto.framing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.AesCtr;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Obfuscation;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.framing.PacketCodec.Side;

/// The codec of one connection, for one side. A client sends {@link #opening()} first. Both send
/// {@link #frame}s, {@link #feed} what arrives and take {@link #next()} until it is null.
///
/// Reading ({@code feed}, {@code next}) and writing ({@code opening}, {@code frame}) may each have
/// a thread of their own, once a first {@code next} has given a frame (a server cannot write before
/// it knows what the client speaks).
public final class Framing {
  private static final byte[] NOTHING = {};

  private final Entropy entropy;
  private final InputBuffer input = new InputBuffer();
  private final byte[] opening;
  private volatile @Nullable PacketCodec codec;
  private @Nullable AesCtr incoming;
  private volatile @Nullable AesCtr outgoing;
  private int dcOnWire;

  private Framing(Entropy entropy, @Nullable PacketCodec codec, byte[] opening) {
    this.entropy = entropy;
    this.codec = codec;
    this.opening = opening;
  }

  /// A client in clear.
  public static Framing client(FramingKind kind, Entropy entropy) {
    var opening =
        switch (kind) {
          case ABRIDGED -> new byte[] {(byte) kind.tag()};
          case INTERMEDIATE, PADDED_INTERMEDIATE -> PacketCodec.word(kind.tag());
          case FULL -> NOTHING;
        };
    return new Framing(entropy, PacketCodec.of(kind, Side.CLIENT, entropy), opening);
  }

  /// A client under obfuscated2. Not for {@link FramingKind#FULL}.
  public static Framing obfuscatedClient(FramingKind kind, DcId dc, Entropy entropy) {
    return obfuscatedClient(kind, dc, NOTHING, entropy);
  }

  /// A client that an MTProxy passes on to the data centre named, see
  /// <https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation>.
  ///
  /// @param secret the proxy's 16 bytes
  public static Framing obfuscatedClient(
      FramingKind kind, DcId dc, byte[] secret, Entropy entropy) {
    if (kind == FramingKind.FULL) {
      throw new IllegalArgumentException("the full framing has no tag to obfuscate");
    }
    var layer = Obfuscation.begin(kind.tag(), dc.value(), secret, entropy);
    var framing = new Framing(entropy, PacketCodec.of(kind, Side.CLIENT, entropy), layer.header());
    framing.outgoing = layer.fromClient();
    framing.incoming = layer.fromServer();
    return framing;
  }

  /// A server, which finds out what the client speaks.
  public static Framing server(Entropy entropy) {
    return new Framing(entropy, null, NOTHING);
  }

  /// The bytes that go before the first frame; empty for a server.
  public byte[] opening() {
    return opening.clone();
  }

  /// Wraps one packet. On a server only after a first packet has come.
  public byte[] frame(byte[] packet) {
    var known = codec;
    if (known == null) {
      throw new IllegalStateException("the client has not yet shown what it speaks");
    }
    var framed = known.frame(packet);
    var stream = outgoing;
    return stream == null ? framed : stream.apply(framed);
  }

  /// Wraps a transport error such as {@link Frame.TransportError#UNKNOWN_AUTH_KEY}.
  public byte[] frameError(int code) {
    return frame(PacketCodec.word(code));
  }

  /// Takes bytes from the socket, however cut. Throws `ProtocolViolation`: close the connection.
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    var stream = incoming;
    if (stream == null) {
      input.append(bytes, offset, length);
    } else {
      var plain = stream.apply(bytes, offset, length);
      input.append(plain, 0, plain.length);
    }
  }

  /// The next whole frame, or null until more is fed. Throws `ProtocolViolation`: close the
  /// connection.
  public @Nullable Frame next() {
    var known = codec;
    if (known == null) {
      known = detect();
    }
    return known == null ? null : known.next(input);
  }

  /// On a server: the data centre that the obfuscation header names, 0 if it names none. Clients
  /// write what they like here; some never fill it.
  public int dcOnWire() {
    return dcOnWire;
  }

  private @Nullable PacketCodec detect() {
    var found = ServerDetection.of(input);
    if (found == null) {
      return null;
    }
    var layer = found.obfuscation();
    if (layer != null) {
      incoming = layer.fromClient();
      outgoing = layer.fromServer();
      dcOnWire = layer.dc();
      input.decrypt(incoming);
    }
    var detected = PacketCodec.of(found.kind(), Side.SERVER, entropy);
    codec = detected;
    return detected;
  }
}
