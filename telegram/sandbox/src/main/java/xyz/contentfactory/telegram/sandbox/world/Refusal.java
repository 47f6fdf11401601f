package xyz.contentfactory.telegram.sandbox.world;

/// Telegram's way of saying no: an error code and a type such as `PHONE_CODE_INVALID`.
public final class Refusal extends RuntimeException {

  private final int code;
  private final String type;

  public Refusal(int code, String type) {
    super(code + " " + type);
    this.code = code;
    this.type = type;
  }

  public static Refusal bad(String type) {
    return new Refusal(400, type);
  }

  public static Refusal forbidden(String type) {
    return new Refusal(403, type);
  }

  public static Refusal flood(long seconds) {
    return new Refusal(420, "FLOOD_WAIT_" + Math.max(1, seconds));
  }

  public int code() {
    return code;
  }

  public String type() {
    return type;
  }
}
