package xyz.contentfactory.standalone;

/// The installation's registration with Telegram. `toString` keeps the hash to itself.
record AppCredentials(int apiId, String apiHash) {

  @Override
  public String toString() {
    return "AppCredentials[" + apiId + "]";
  }
}
