package xyz.contentfactory.telegram.mtproto.handshake;

import java.util.Arrays;
import xyz.contentfactory.telegram.crypto.AesParameters;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.TlReader;

/// The encrypted halves of the Diffie–Hellman exchange: SHA-1 of an object, the object, and padding
/// to whole blocks.
final class HashedData {
  private static final int HASH = 20;
  private static final int BLOCK = 16;

  private HashedData() {}

  static Bytes seal(TlObject object, AesParameters aes, Entropy entropy) {
    var data = object.toBytes();
    int length = HASH + data.length;
    var plain = new byte[length + (-length & (BLOCK - 1))];
    System.arraycopy(Hashes.sha1(data), 0, plain, 0, HASH);
    System.arraycopy(data, 0, plain, HASH, data.length);
    var padding = entropy.bytes(plain.length - length);
    System.arraycopy(padding, 0, plain, length, padding.length);
    return Bytes.of(aes.encrypt(plain));
  }

  static TlObject open(Bytes sealed, AesParameters aes) {
    if (sealed.length() < HASH + BLOCK || sealed.length() % BLOCK != 0) {
      throw new ProtocolViolation("encrypted data is whole blocks");
    }
    var plain = aes.decrypt(sealed.toByteArray());
    try {
      var in = new TlReader(plain, HASH, plain.length, PlainPacket.LIMITS);
      var object = in.readMtObject();
      var data = Arrays.copyOfRange(plain, HASH, in.position());
      if (in.remaining() < BLOCK && hashFits(plain, data)) {
        return object;
      }
    } catch (TlException malformed) {
      // Only a wrong key or a forger makes it unreadable: the same failure as a wrong hash.
    }
    throw new SecurityCheckFailed("the hash of the encrypted data fits it");
  }

  private static boolean hashFits(byte[] plain, byte[] data) {
    return Hashes.sameBytes(Arrays.copyOf(plain, HASH), Hashes.sha1(data));
  }
}
