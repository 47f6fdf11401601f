package xyz.contentfactory.kit.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;

/// What an API key was made for. A web session has all of them: there only the role decides.
public enum Scope {
  /// Reads what its member may read.
  @JsonProperty("read")
  READ,
  /// Sends posts.
  @JsonProperty("publish")
  PUBLISH,
  /// Connects and disconnects Telegram accounts.
  @JsonProperty("connect")
  CONNECT,
  /// Administers people, if its member is admin.
  @JsonProperty("admin")
  ADMIN;

  public static final Set<Scope> ALL = Set.of(values());

  /// All that a key of a member with this role can be made for.
  public static Set<Scope> within(Role role) {
    return switch (role) {
      case ADMIN -> ALL;
      case USER -> Set.of(READ, PUBLISH, CONNECT);
      case VIEWER -> Set.of(READ);
    };
  }

  /// The name in JSON, the database and the permission table.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The scope of a wire name.
  ///
  /// @throws IllegalArgumentException for anything but the four wire names
  public static Scope fromWireName(String name) {
    for (Scope scope : values()) {
      if (scope.wireName().equals(name)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("not a scope");
  }
}
