package xyz.contentfactory.telegram.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import xyz.contentfactory.telegram.mtproto.AuthKey;

/// Writes a `tdata` folder with one account and no local passcode, as a zip: the key file, the
/// account's keys, and the account's map of other files, which is empty.
final class TdataFolder {
  private static final String ACCOUNT = "data";
  private static final int SALT_BYTES = 32;

  private final SecureRandom random;

  TdataFolder(SecureRandom random) {
    this.random = random;
  }

  byte[] zip(ForeignSession session) {
    var secret = random(AuthKey.BYTES);
    var local = new TdataKey(secret);
    var account = TdataFile.nameOf(ACCOUNT);
    var files = new LinkedHashMap<String, byte[]>();
    files.put("tdata/key_datas", keyFile(secret, local));
    files.put("tdata/" + account + "s", TdataFile.framed(sealed(TdataKeys.write(session), local)));
    files.put("tdata/" + account + "/maps", mapFile(local));
    return zip(files);
  }

  private byte[] keyFile(byte[] secret, TdataKey local) {
    var salt = random(SALT_BYTES);
    var oneAccount = ByteBuffer.allocate(3 * Integer.BYTES).putInt(1).putInt(0).putInt(0).array();
    return TdataFile.framed(
        TdataStream.written(salt),
        sealed(secret, TdataKey.ofPasscode("", salt)),
        sealed(oneAccount, local));
  }

  /// The two empty parts held a passcode of its own in old versions.
  private byte[] mapFile(TdataKey local) {
    var nothing = new byte[0];
    return TdataFile.framed(
        TdataStream.written(nothing), TdataStream.written(nothing), sealed(nothing, local));
  }

  private byte[] sealed(byte[] plain, TdataKey by) {
    return TdataStream.written(by.seal(plain, random));
  }

  private byte[] random(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return bytes.toByteArray();
  }
}
