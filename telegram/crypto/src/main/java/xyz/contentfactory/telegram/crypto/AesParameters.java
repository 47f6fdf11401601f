package xyz.contentfactory.telegram.crypto;

/// A key and a vector for {@link AesIge}, derived for one message. Never printed.
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record AesParameters(byte[] key, byte[] iv) {
  public AesParameters {
    if (key.length != 32 || iv.length != 32) {
      throw new IllegalArgumentException("AES-256-IGE takes 32 and 32 bytes");
    }
  }

  public byte[] encrypt(byte[] plain) {
    return AesIge.encrypt(plain, key, iv);
  }

  public byte[] decrypt(byte[] encrypted) {
    return AesIge.decrypt(encrypted, key, iv);
  }

  @Override
  public String toString() {
    return "AesParameters";
  }
}
