package xyz.contentfactory.kit.secret;

import java.time.Instant;
import java.util.HexFormat;

/// One of the keys of a keyring.
///
/// @param number counts from 1; each rotation adds one
/// @param since when it began to encrypt
/// @param keyId random, not secret; stands in every value that it has encrypted
public record KeyVersion(int number, Instant since, int keyId) {
  /// How many bytes at the beginning of a value tell which key opens it.
  public static final int MARK_BYTES = 5;

  /// Those bytes in hexadecimal digits (Tink's format: 01 and the key's id).
  public String mark() {
    return "01" + HexFormat.of().toHexDigits(keyId);
  }
}
