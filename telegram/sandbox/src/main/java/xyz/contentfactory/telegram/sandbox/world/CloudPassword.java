package xyz.contentfactory.telegram.sandbox.world;

/// What a server keeps of a 2FA password: the salts and g^x, never the password.
@SuppressWarnings("ArrayRecordComponent") // stored or sent as it is, never compared
public record CloudPassword(byte[] salt1, byte[] salt2, byte[] verifier, String hint) {

  @Override
  public String toString() {
    return "CloudPassword";
  }
}
