package xyz.contentfactory.gateway.permission;

import java.util.Locale;
import xyz.contentfactory.kit.identity.Role;

/// The column `who` of the permission table.
enum Who {
  EVERYONE,
  MEMBER,
  USER,
  ADMIN;

  static Who named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  boolean includes(Role role) {
    return switch (this) {
      case EVERYONE, MEMBER -> true;
      case USER -> role != Role.VIEWER;
      case ADMIN -> role == Role.ADMIN;
    };
  }
}
