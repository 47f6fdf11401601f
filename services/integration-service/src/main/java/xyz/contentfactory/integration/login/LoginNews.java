package xyz.contentfactory.integration.login;

/// Is told when a login has come to another step. A seam: who began it is another package's
/// business.
public interface LoginNews {
  /// After the transaction; never waits for anything but the database.
  void changed(Login login);
}
