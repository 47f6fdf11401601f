package xyz.contentfactory.gateway.permission;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import xyz.contentfactory.kit.identity.Scope;

/// One line of the permission table.
///
/// @param scope what an API key needs; null refuses every key
/// @param confirmed whether the caller's e-mail must have been confirmed
public record Permission(
    String method, PathPattern path, Who who, @Nullable Scope scope, boolean confirmed) {
  private static final int COLUMNS = 5;

  /// Reads `GET, /api/auth/me, member, read, no`.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Permission of(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("a permission has five cells, not: " + line);
    }
    String scope = cells[3].strip();
    return new Permission(
        cells[0].strip(),
        PathPatternParser.defaultInstance.parse(cells[1].strip()),
        Who.named(cells[2].strip()),
        scope.equals("-") ? null : Scope.fromWireName(scope),
        yes(cells[4].strip()));
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("yes or no, not: " + text);
    };
  }

  public boolean isForEveryone() {
    return who == Who.EVERYONE;
  }

  /// Whether it is enough to be signed in.
  public boolean isForEveryRole() {
    return who == Who.MEMBER || isForEveryone();
  }

  /// The endpoint as a person would name it.
  public String endpoint() {
    return method + " " + path;
  }
}
