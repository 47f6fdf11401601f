package xyz.contentfactory.kit.identity;

/// What a client calls itself in the header `User-Agent`, cut to `MAX_LENGTH`; a controller
/// parameter like `Caller`. Anybody may write anything here: it is shown, never believed.
public record UserAgent(String value) {
  public static final int MAX_LENGTH = 512;
  public static final UserAgent NONE = new UserAgent("");

  public UserAgent {
    value = value.substring(0, Math.min(value.length(), MAX_LENGTH));
  }
}
