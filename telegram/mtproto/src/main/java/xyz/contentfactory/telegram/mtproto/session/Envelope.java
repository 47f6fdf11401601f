package xyz.contentfactory.telegram.mtproto.session;

import java.util.Arrays;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.crypto.MessageKeys;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.TlWriter;

/// One encrypted packet, opened: MTProto 2 of
/// <https://core.telegram.org/mtproto/description#encrypted-message>.
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Envelope(long salt, long sessionId, long msgId, int seqNo, byte[] body) {
  private static final int CLEAR = 24;
  private static final int HEADER = 32;
  private static final int BLOCK = 16;
  private static final int MIN_PADDING = 12;
  private static final int MAX_PADDING = 1024;

  byte[] seal(AuthKey key, MessageKeys.From from, Entropy entropy) {
    int length = HEADER + body.length + MIN_PADDING;
    var plain = new TlWriter(length + BLOCK);
    plain.writeLong(salt);
    plain.writeLong(sessionId);
    plain.writeLong(msgId);
    plain.writeInt(seqNo);
    plain.writeInt(body.length);
    plain.writeRaw(body);
    plain.writeRaw(entropy.bytes(MIN_PADDING + (-length & (BLOCK - 1))));
    var padded = plain.toByteArray();
    var secret = key.toByteArray();
    var messageKey = MessageKeys.messageKey(secret, padded, from);
    var packet = new TlWriter(CLEAR + padded.length);
    packet.writeLong(key.id());
    packet.writeRaw(messageKey);
    packet.writeRaw(MessageKeys.aes(secret, messageKey, from).encrypt(padded));
    return packet.toByteArray();
  }

  /// Checks everything that can be checked without knowing the session.
  static Envelope open(byte[] packet, AuthKey key, MessageKeys.From from) {
    int encrypted = packet.length - CLEAR;
    if (encrypted < HEADER + MIN_PADDING || encrypted % BLOCK != 0) {
      throw new ProtocolViolation("an encrypted packet of " + packet.length + " bytes");
    }
    if (AuthKey.idIn(packet) != key.id()) {
      throw new ProtocolViolation("a packet of another auth key");
    }
    var secret = key.toByteArray();
    var messageKey = Arrays.copyOfRange(packet, Long.BYTES, CLEAR);
    var plain =
        MessageKeys.aes(secret, messageKey, from)
            .decrypt(Arrays.copyOfRange(packet, CLEAR, packet.length));
    if (!Hashes.sameBytes(messageKey, MessageKeys.messageKey(secret, plain, from))) {
      throw new SecurityCheckFailed("the message key fits the message");
    }
    return read(plain);
  }

  private static Envelope read(byte[] plain) {
    var in = new TlReader(plain);
    long salt = in.readLong();
    long sessionId = in.readLong();
    long msgId = in.readLong();
    int seqNo = in.readInt();
    int length = in.readInt();
    int padding = in.remaining() - length;
    boolean sound = length >= Integer.BYTES && length % 4 == 0;
    if (!sound || padding < MIN_PADDING || padding > MAX_PADDING) {
      throw new SecurityCheckFailed("the length and the padding of a message fit");
    }
    return new Envelope(
        salt, sessionId, msgId, seqNo, Arrays.copyOfRange(plain, HEADER, HEADER + length));
  }

  @Override
  public String toString() {
    return "Envelope[" + body.length + " bytes]";
  }
}
