package xyz.contentfactory.telegram.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;
import xyz.contentfactory.telegram.crypto.AesParameters;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.crypto.MessageKeys;
import xyz.contentfactory.telegram.net.CryptoPool;

/// A key that Telegram Desktop encrypts its files with, in the manner of MTProto 1. **Secret**.
final class TdataKey {
  private static final int KEY_BYTES = 256;
  private static final int MESSAGE_KEY_BYTES = 16;
  private static final int BLOCK = 16;
  private static final int LENGTH_BYTES = 4;
  private static final int STRONG_ITERATIONS = 100_000;

  /// Local files use the half of the key that a server would write with.
  private static final int SERVER_SIDE = 8;

  private final byte[] key;

  TdataKey(byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new UnreadableLogin("a key is too short");
    }
    this.key = Arrays.copyOf(key, KEY_BYTES);
  }

  /// Takes as long as a cloud password when there is a passcode.
  static TdataKey ofPasscode(String passcode, byte[] salt) {
    var password = Hashes.sha512(salt, Tdata.utf8(passcode), salt);
    var iterations = passcode.isEmpty() ? 1 : STRONG_ITERATIONS;
    return new TdataKey(
        CryptoPool.shared().run(() -> Hashes.pbkdf2Sha512(password, salt, iterations, KEY_BYTES)));
  }

  /// What was encrypted with this key.
  ///
  /// @throws UnreadableLogin when it was encrypted with another key, or is damaged
  byte[] open(byte[] sealed) {
    if (sealed.length <= MESSAGE_KEY_BYTES || sealed.length % BLOCK != 0) {
      throw new UnreadableLogin("an encrypted part has no whole blocks");
    }
    var messageKey = Arrays.copyOf(sealed, MESSAGE_KEY_BYTES);
    var plain =
        aes(messageKey).decrypt(Arrays.copyOfRange(sealed, MESSAGE_KEY_BYTES, sealed.length));
    var check = messageKeyOf(plain);
    var length = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (!Hashes.sameBytes(check, messageKey) || length < LENGTH_BYTES || length > plain.length) {
      throw new UnreadableLogin("an encrypted part does not open");
    }
    return Arrays.copyOfRange(plain, LENGTH_BYTES, length);
  }

  /// Encrypts so that [#open] and Telegram Desktop open it.
  byte[] seal(byte[] content, SecureRandom random) {
    var length = LENGTH_BYTES + content.length;
    var plain = new byte[Math.ceilDiv(length, BLOCK) * BLOCK];
    random.nextBytes(plain);
    ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).putInt(length).put(content);
    var messageKey = messageKeyOf(plain);
    return ByteBuffer.allocate(MESSAGE_KEY_BYTES + plain.length)
        .put(messageKey)
        .put(aes(messageKey).encrypt(plain))
        .array();
  }

  private AesParameters aes(byte[] messageKey) {
    return MessageKeys.aesV1(Arrays.copyOfRange(key, SERVER_SIDE, KEY_BYTES), messageKey);
  }

  private static byte[] messageKeyOf(byte[] plain) {
    return Arrays.copyOf(Hashes.sha1(plain), MESSAGE_KEY_BYTES);
  }
}
