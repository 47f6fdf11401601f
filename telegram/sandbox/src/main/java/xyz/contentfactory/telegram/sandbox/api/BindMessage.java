package xyz.contentfactory.telegram.sandbox.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import xyz.contentfactory.telegram.crypto.AesParameters;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.crypto.MessageKeys;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;

/// The message that binds a temporary key to a permanent one, encrypted the MTProto 1 way with the
/// permanent key. See <https://core.telegram.org/method/auth.bindTempAuthKey>.
record BindMessage(long nonce, long temporaryKeyId, long permanentKeyId, int expiresSeconds) {

  private static final int BIND_AUTH_KEY_INNER = 0x75a3f765;
  private static final int KEY_ID_AND_MSG_KEY = 24;
  private static final int HEAD = 32;
  private static final int INNER = 40;

  static Optional<BindMessage> open(byte[] encrypted, KnownKey permanent) {
    int length = encrypted.length - KEY_ID_AND_MSG_KEY;
    if (length < HEAD + INNER || length > 1024 || length % 16 != 0) {
      return Optional.empty();
    }
    ByteBuffer outer = ByteBuffer.wrap(encrypted).order(ByteOrder.LITTLE_ENDIAN);
    byte[] msgKey = Arrays.copyOfRange(encrypted, 8, KEY_ID_AND_MSG_KEY);
    AesParameters aes = MessageKeys.aesV1(permanent.issue().key(), msgKey);
    byte[] plain = aes.decrypt(Arrays.copyOfRange(encrypted, KEY_ID_AND_MSG_KEY, encrypted.length));
    byte[] unpadded = Arrays.copyOf(plain, HEAD + INNER);
    if (outer.getLong(0) != permanent.id()
        || !Hashes.sameBytes(msgKey, MessageKeys.messageKeyV1(unpadded))) {
      return Optional.empty();
    }
    ByteBuffer inner = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).position(HEAD - 4);
    if (inner.getInt() != INNER || inner.getInt() != BIND_AUTH_KEY_INNER) {
      return Optional.empty();
    }
    long nonce = inner.getLong();
    long temporary = inner.getLong();
    long permanentId = inner.getLong();
    inner.getLong();
    return Optional.of(new BindMessage(nonce, temporary, permanentId, inner.getInt()));
  }
}
