package xyz.contentfactory.telegram.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The proof that somebody knows a cloud password without showing it (SRP-2048 of
/// <https://core.telegram.org/api/srp>): both halves. Numbers are 256 bytes, padded on the left.
///
/// @param salt1 the client's part of the salt
/// @param salt2 the server's part
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Srp(DhGroup group, byte[] salt1, byte[] salt2) {
  private static final int ITERATIONS = 100_000;
  private static final int MAX_SALT = 1024;

  public Srp {
    if (salt1.length > MAX_SALT || salt2.length > MAX_SALT) {
      throw new IllegalArgumentException("salts have at most 1024 bytes");
    }
  }

  /// What the client shows: its public number and its proof.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Proof(byte[] a, byte[] m1) {
    @Override
    public String toString() {
      return "Proof";
    }
  }

  /// The verifier that a server keeps instead of the password. Costs about half a second of CPU.
  public byte[] verifier(char[] password) {
    return Numbers.unsigned(group.publicHalf(passwordExponent(password)), DhGroup.BYTES);
  }

  /// The client's proof for the server's number B. Costs about half a second of CPU. Throws {@link
  /// UnsafeGroup} when B is not acceptable.
  public Proof prove(char[] password, byte[] serverNumber, Entropy entropy) {
    var b = group.checkedHalf(Numbers.fromUnsigned(serverNumber));
    var x = passwordExponent(password);
    while (true) {
      var secret = group.secret(entropy);
      var a = group.publicHalf(secret);
      if (group.isInRange(a) && scrambler(a, b).signum() != 0) {
        return proof(x, b, secret);
      }
    }
  }

  /// The proof for a secret that is known: what published vectors show.
  Proof proof(BigInteger x, BigInteger b, BigInteger secret) {
    var a = group.publicHalf(secret);
    var u = scrambler(a, b);
    var difference = b.subtract(blindedVerifier(group.publicHalf(x))).mod(group.prime());
    var shared = difference.modPow(secret.add(u.multiply(x)), group.prime());
    return new Proof(padded(a), proofHash(a, b, shared));
  }

  /// The server's number B = k·v + g^b for a verifier and a fresh secret b.
  public byte[] serverNumber(byte[] verifier, BigInteger secret) {
    var blinded = blindedVerifier(Numbers.fromUnsigned(verifier));
    return padded(blinded.add(group.publicHalf(secret)).mod(group.prime()));
  }

  /// Whether the client's proof shows that it knows the password behind the verifier.
  public boolean accepts(Proof shown, byte[] verifier, BigInteger secret) {
    var a = Numbers.fromUnsigned(shown.a());
    if (shown.a().length > DhGroup.BYTES || !group.isInRange(a)) {
      return false;
    }
    var b = Numbers.fromUnsigned(serverNumber(verifier, secret));
    var base = Numbers.fromUnsigned(verifier).modPow(scrambler(a, b), group.prime());
    var shared = a.multiply(base).mod(group.prime()).modPow(secret, group.prime());
    return Hashes.sameBytes(shown.m1(), proofHash(a, b, shared));
  }

  @Override
  public String toString() {
    return "Srp";
  }

  BigInteger passwordExponent(char[] password) {
    var bytes = utf8(password);
    var first = salted(salted(bytes, salt1), salt2);
    Arrays.fill(bytes, (byte) 0);
    return Numbers.fromUnsigned(salted(Hashes.pbkdf2Sha512(first, salt1, ITERATIONS), salt2));
  }

  private BigInteger blindedVerifier(BigInteger verifier) {
    var k = Numbers.fromUnsigned(Hashes.sha256(padded(group.prime()), padded(group.generator())));
    return k.multiply(verifier).mod(group.prime());
  }

  private BigInteger scrambler(BigInteger a, BigInteger b) {
    return Numbers.fromUnsigned(Hashes.sha256(padded(a), padded(b)));
  }

  private byte[] proofHash(BigInteger a, BigInteger b, BigInteger shared) {
    var groupHash =
        Numbers.xor(Hashes.sha256(padded(group.prime())), Hashes.sha256(padded(group.generator())));
    return Hashes.sha256(
        groupHash,
        Hashes.sha256(salt1),
        Hashes.sha256(salt2),
        padded(a),
        padded(b),
        Hashes.sha256(padded(shared)));
  }

  private static byte[] salted(byte[] data, byte[] salt) {
    return Hashes.sha256(salt, data, salt);
  }

  private static byte[] padded(BigInteger number) {
    return Numbers.unsigned(number, DhGroup.BYTES);
  }

  private static byte[] utf8(char[] password) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    var bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    int start = encoded.arrayOffset();
    Arrays.fill(encoded.array(), start, start + encoded.limit(), (byte) 0);
    return bytes;
  }
}
