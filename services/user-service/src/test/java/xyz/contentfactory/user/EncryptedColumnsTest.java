package xyz.contentfactory.user;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.rotation.SealedColumns;
import xyz.contentfactory.kit.rotation.SealedColumnsContract;

class EncryptedColumnsTest extends SealedColumnsContract {
  private static final ServiceDatabase DATABASE =
      ServiceDatabase.open("users", TestPostgres.freshDatabase());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected SealedColumns service() {
    return new SealedColumns(DATABASE, EncryptedColumns.ALL);
  }

  /// Hashes of what only others have, and what authenticators publish.
  @Override
  protected Set<String> plain() {
    return Set.of(
        "api_keys.key_hash",
        "challenges.id_hash",
        "invitations.token_hash",
        "links.token_hash",
        "passkeys.attested",
        "passkeys.credential_id",
        "recovery_codes.code_hash",
        "refresh_tokens.token_hash");
  }
}
