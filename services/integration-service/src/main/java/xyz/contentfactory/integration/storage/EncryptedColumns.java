package xyz.contentfactory.integration.storage;

import java.util.List;
import xyz.contentfactory.kit.rotation.SealedColumn;

/// What a change of the keyring's key encrypts anew; `EncryptedColumnsTest` finds what is missing.
public final class EncryptedColumns {
  public static final List<SealedColumn> ALL =
      List.of(
          Sealer.named("integration_keys", "value_sealed", "name"),
          Sealer.column("telegram_sessions", "stored_login", "id"),
          Sealer.column("telegram_logins", "phone", "id"),
          Sealer.column("telegram_logins", "stored_login", "id"),
          Sealer.column("telegram_logins", "code_hash", "id"),
          Sealer.column("telegram_logins", "password_hint", "id"),
          Sealer.column("telegram_logins", "qr_link", "id"),
          Sealer.column("telegram_logins", "proxy", "id"),
          Sealer.column("connect_batches", "proxy", "id"),
          Sealer.column("connect_batch_rows", "phone", "id"),
          Sealer.column("account_proxies", "proxy", "account_id"),
          Sealer.column("telegram_bots", "token", "account_id"));

  private EncryptedColumns() {}
}
