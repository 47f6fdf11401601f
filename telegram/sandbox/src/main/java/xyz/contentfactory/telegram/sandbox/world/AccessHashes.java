package xyz.contentfactory.telegram.sandbox.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The permission to address somebody: another number for every pair of viewer and viewed, so that
/// one account's hashes are worth nothing to another.
public final class AccessHashes {

  private final SecretKeySpec secret;

  AccessHashes(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  public long ofPerson(long viewerId, long personId) {
    return hash("person", viewerId, personId);
  }

  public long ofChannel(long viewerId, long channelId) {
    return hash("channel", viewerId, channelId);
  }

  public long ofFile(long viewerId, long fileId) {
    return hash("file", viewerId, fileId);
  }

  long ofReference(long fileId, int untilSeconds) {
    return hash("reference", fileId, untilSeconds);
  }

  private long hash(String kind, long viewerId, long id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update(kind.getBytes(StandardCharsets.US_ASCII));
      mac.update(ByteBuffer.allocate(16).putLong(viewerId).putLong(id).flip());
      return ByteBuffer.wrap(mac.doFinal()).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
