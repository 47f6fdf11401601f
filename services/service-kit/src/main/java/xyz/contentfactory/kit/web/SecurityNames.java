package xyz.contentfactory.kit.web;

/// The names of the security schemes in the API document.
public final class SecurityNames {
  public static final String BEARER = "bearer";
  public static final String API_KEY = "apiKey";
  public static final String COOKIE = "cookie";
  public static final String CSRF = "csrf";

  private SecurityNames() {}
}
