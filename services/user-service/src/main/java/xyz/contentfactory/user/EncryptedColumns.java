package xyz.contentfactory.user;

import java.util.List;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.user.captcha.Captcha;
import xyz.contentfactory.user.challenge.Challenges;
import xyz.contentfactory.user.factor.TotpSecrets;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.session.SigningKeys;

/// What a change of the keyring's key encrypts anew; `EncryptedColumnsTest` finds what is missing.
final class EncryptedColumns {
  static final List<SealedColumn> ALL =
      List.of(
          SigningKeys.SEALED, TotpSecrets.SEALED, Challenges.SEALED, Outbox.SEALED, Captcha.SEALED);

  private EncryptedColumns() {}
}
