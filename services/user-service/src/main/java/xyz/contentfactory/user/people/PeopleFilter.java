package xyz.contentfactory.user.people;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.user.member.Username;

/// Whom to show, and which page of them.
///
/// @param text in lower case; to be found in the name or the e-mail; empty for everybody
/// @param role null for any
/// @param blocked null for either
/// @param after the last name of the page before; null for the first page
record PeopleFilter(
    String text,
    @Nullable Role role,
    @Nullable Boolean blocked,
    @Nullable String after,
    int limit) {
  private static final int LONGEST_TEXT = 254;
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  static PeopleFilter parse(
      @Nullable String search,
      @Nullable String role,
      @Nullable String state,
      @Nullable String cursor,
      @Nullable Integer limit) {
    List<FieldProblem> errors = new ArrayList<>();
    String text = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      errors.add(new FieldProblem("search", "Use up to 254 characters of text.", "size"));
    }
    Role wanted = role == null ? null : role(role, errors);
    Boolean blocked = state == null ? null : blocked(state, errors);
    String after = cursor == null ? null : name(cursor, errors);
    int rows = limit == null ? DEFAULT_LIMIT : limit;
    if (rows < 1 || rows > MOST) {
      errors.add(new FieldProblem("limit", "A page has 1 to 200 entries.", "out-of-bounds"));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
    }
    return new PeopleFilter(text, wanted, blocked, after, rows);
  }

  static @Nullable Role role(String name, List<FieldProblem> errors) {
    try {
      return Role.fromWireName(name);
    } catch (IllegalArgumentException e) {
      errors.add(new FieldProblem("role", "Say admin, user or viewer.", "unknown"));
      return null;
    }
  }

  private static @Nullable Boolean blocked(String state, List<FieldProblem> errors) {
    return switch (state) {
      case "active" -> false;
      case "blocked" -> true;
      default -> {
        errors.add(new FieldProblem("state", "Say active or blocked.", "unknown"));
        yield null;
      }
    };
  }

  private static @Nullable String name(String cursor, List<FieldProblem> errors) {
    Optional<String> name = decoded(cursor).filter(Username::isValid);
    if (name.isEmpty()) {
      errors.add(new FieldProblem("cursor", "Pass a nextCursor as it was given.", "wrong-format"));
    }
    return name.orElse(null);
  }

  private static Optional<String> decoded(String cursor) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String cursorAfter(Person last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.username().getBytes(StandardCharsets.UTF_8));
  }
}
