package xyz.contentfactory.user.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Codes for the day the phone is lost, each good for one sign-in, in the table `recovery_codes`.
/// They carry 80 random bits, so their plain SHA-256 cannot be searched.
public final class RecoveryCodes {
  static final int COUNT = 10;
  private static final int BYTES = 10;
  private static final int GROUP = 4;

  private final ServiceDatabase database;
  private final InstantSource clock;
  private final SecureRandom random;

  public RecoveryCodes(ServiceDatabase database, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /// New codes; the old ones are worth nothing any more. Shown once. Call it in a transaction.
  List<String> renew(UUID memberId) {
    removeAll(memberId);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      String code = random();
      codes.add(code);
      database
          .sql()
          .sql(
              """
              insert into recovery_codes (member_id, code_hash, created_at)
              values (:member, :hash, :now)
              """)
          .param("member", memberId)
          .param("hash", hash(memberId, code))
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
    return codes;
  }

  /// Uses a code up; false when it is none of the member's, or used.
  boolean use(UUID memberId, String typed) {
    return database
            .sql()
            .sql(
                """
                update recovery_codes set used_at = :now
                 where member_id = :member and code_hash = :hash and used_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("member", memberId)
            .param("hash", hash(memberId, typed))
            .update()
        > 0;
  }

  int left(UUID memberId) {
    return database
        .sql()
        .sql("select count(*) from recovery_codes where member_id = :member and used_at is null")
        .param("member", memberId)
        .query(Integer.class)
        .single();
  }

  void removeAll(UUID memberId) {
    database
        .sql()
        .sql("delete from recovery_codes where member_id = :member")
        .param("member", memberId)
        .update();
  }

  private String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String text = Base32.encode(bytes).toLowerCase(Locale.ROOT);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < text.length(); i += GROUP) {
      code.append(i == 0 ? "" : "-").append(text, i, i + GROUP);
    }
    return code.toString();
  }

  /// Dashes, spaces and case are not part of a code.
  private static byte[] hash(UUID memberId, String code) {
    String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((memberId + "/" + plain).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
