package xyz.contentfactory.integration.storage;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.rotation.SealedColumns;
import xyz.contentfactory.kit.rotation.SealedColumnsContract;

class EncryptedColumnsTest extends SealedColumnsContract {
  private static final ServiceDatabase DATABASE =
      ServiceDatabase.open("integration", TestPostgres.freshDatabase());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected SealedColumns service() {
    return new SealedColumns(DATABASE, EncryptedColumns.ALL);
  }

  @Override
  protected Set<String> plain() {
    return Set.of("telegram_files.remote_reference");
  }
}
