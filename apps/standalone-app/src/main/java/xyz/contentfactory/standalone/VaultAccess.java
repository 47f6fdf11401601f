package xyz.contentfactory.standalone;

/// The vault that encrypts the keyring.
record VaultAccess(String address, String token, String mount, String key) {
  @Override
  public String toString() {
    return "VaultAccess[" + address + "]";
  }
}
