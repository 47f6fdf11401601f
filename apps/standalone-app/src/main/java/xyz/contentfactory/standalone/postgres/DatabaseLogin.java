package xyz.contentfactory.standalone.postgres;

/// How a service reaches its schema. `toString` keeps the password to itself.
public record DatabaseLogin(String url, String username, String password) {

  @Override
  public String toString() {
    return "DatabaseLogin[" + username + " at " + url + "]";
  }
}
