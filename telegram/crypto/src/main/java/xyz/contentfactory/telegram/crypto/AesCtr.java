package xyz.contentfactory.telegram.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One direction of an AES-CTR stream. Stateful: the bytes must pass in order, each once.
public final class AesCtr {
  private final Cipher stream;

  public AesCtr(byte[] key, byte[] iv) {
    try {
      stream = Cipher.getInstance("AES/CTR/NoPadding");
      stream.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("AES refused a key of " + key.length + " bytes", unusable);
    }
  }

  /// The next bytes of the stream, encrypted or decrypted (in CTR that is the same).
  public byte[] apply(byte[] source, int offset, int length) {
    var out = length == 0 ? null : stream.update(source, offset, length);
    return out == null ? new byte[0] : out;
  }

  public byte[] apply(byte[] source) {
    return apply(source, 0, source.length);
  }
}
