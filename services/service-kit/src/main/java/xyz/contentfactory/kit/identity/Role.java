package xyz.contentfactory.kit.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a member may do, from most to least.
public enum Role {
  @JsonProperty("admin")
  ADMIN,
  @JsonProperty("user")
  USER,
  @JsonProperty("viewer")
  VIEWER;

  /// The name in tokens, JSON and the database.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of a wire name.
  ///
  /// @throws IllegalArgumentException for anything but the three wire names
  public static Role fromWireName(String name) {
    for (Role role : values()) {
      if (role.wireName().equals(name)) {
        return role;
      }
    }
    throw new IllegalArgumentException("not a role");
  }
}
