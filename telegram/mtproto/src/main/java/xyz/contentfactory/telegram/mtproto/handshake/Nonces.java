package xyz.contentfactory.telegram.mtproto.handshake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import xyz.contentfactory.telegram.crypto.AesParameters;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.crypto.MessageKeys;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.Bytes;

/// The three random numbers of a key exchange and what both sides derive from them.
record Nonces(Bytes nonce, Bytes serverNonce, Bytes newNonce) {
  /// Every message of the exchange repeats the two public ones.
  void check(Bytes shownNonce, Bytes shownServerNonce) {
    same(nonce, shownNonce);
    same(serverNonce, shownServerNonce);
  }

  static void same(Bytes ours, Bytes shown) {
    if (!Hashes.sameBytes(ours.toByteArray(), shown.toByteArray())) {
      throw new SecurityCheckFailed("the nonces of a key exchange stay the same");
    }
  }

  AesParameters aes() {
    return MessageKeys.aesOfNonces(newNonce.toByteArray(), serverNonce.toByteArray());
  }

  /// new_nonce_hash1, 2 or 3: proof of the new key, or of the wish to retry, or of failure.
  Bytes proof(int number, AuthKey key) {
    var aux = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    aux.putLong(key.auxHash());
    var hash = Hashes.sha1(newNonce.toByteArray(), new byte[] {(byte) number}, aux.array());
    return Bytes.of(hash, 4, 20);
  }

  /// What server_DH_params_fail shows.
  Bytes failureProof() {
    return Bytes.of(Hashes.sha1(newNonce.toByteArray()), 4, 20);
  }

  long firstSalt() {
    return littleEndian(newNonce) ^ littleEndian(serverNonce);
  }

  @Override
  public String toString() {
    return "Nonces";
  }

  private static long littleEndian(Bytes bytes) {
    var first = Arrays.copyOf(bytes.toByteArray(), Long.BYTES);
    return ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }
}
