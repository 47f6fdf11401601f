package xyz.contentfactory.telegram.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;

/// The frame around every file of a `tdata` folder: magic, version, content, and an MD5 over all of
/// it. A file is written under its name with an `s` behind it; older programs took 1 and 0 in turn.
final class TdataFile {
  private static final byte[] MAGIC = "TDF$".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD_BYTES = 8;

  /// Old enough that every program of today reads it, and new enough for wide user ids: 4.0.0.
  private static final int VERSION = 4_000_000;

  private static final int MD5_BYTES = 16;

  private TdataFile() {}

  static byte[] content(Map<String, byte[]> folder, String name) {
    for (var suffix : new String[] {"s", "1", "0"}) {
      var file = folder.get(name + suffix);
      if (file != null) {
        return unframed(file, name);
      }
    }
    throw new UnreadableLogin("the file " + name + "s is missing");
  }

  private static byte[] unframed(byte[] file, String name) {
    if (file.length < HEAD_BYTES + MD5_BYTES
        || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
      throw new UnreadableLogin(name + "s is no file of Telegram Desktop");
    }
    var content = Arrays.copyOfRange(file, HEAD_BYTES, file.length - MD5_BYTES);
    var version = Arrays.copyOfRange(file, MAGIC.length, HEAD_BYTES);
    if (!Arrays.equals(
        check(content, version), Arrays.copyOfRange(file, file.length - MD5_BYTES, file.length))) {
      throw new UnreadableLogin(name + "s is damaged");
    }
    return content;
  }

  static byte[] framed(byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var version = littleEndian(VERSION);
    var file = new ByteArrayOutputStream();
    file.writeBytes(MAGIC);
    file.writeBytes(version);
    file.writeBytes(content.toByteArray());
    file.writeBytes(check(content.toByteArray(), version));
    return file.toByteArray();
  }

  private static byte[] check(byte[] content, byte[] version) {
    var md5 = md5();
    md5.update(content);
    md5.update(littleEndian(content.length));
    md5.update(version);
    md5.update(MAGIC);
    return md5.digest();
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  /// Half of an MD5 of the name, each byte with its low digit first.
  static String nameOf(String data) {
    var hash = md5().digest(Tdata.utf8(data));
    var name = new StringBuilder();
    for (var i = 0; i < 8; i++) {
      name.append(digit(hash[i] & 0xf)).append(digit((hash[i] >> 4) & 0xf));
    }
    return name.toString();
  }

  private static char digit(int value) {
    return "0123456789ABCDEF".charAt(value);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("MD5 is part of every JDK", missing);
    }
  }
}
