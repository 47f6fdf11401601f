package xyz.contentfactory.standalone;

/// The provider by which people may sign in.
record OidcAccess(String issuer, String clientId, String clientSecret, String name) {
  @Override
  public String toString() {
    return "OidcAccess[" + issuer + "]";
  }
}
