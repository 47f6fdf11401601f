package xyz.contentfactory.user.password;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.secret.Secret;

/// What a new password must be: 12 to 128 characters, none of the common ones, and more than a
/// pattern. Nothing is asked of its kinds of characters: that makes passwords harder to remember,
/// not to guess (NIST SP 800-63B).
public final class PasswordRules {
  private static final int MIN_DISTINCT = 5;
  private static final int LONGEST_UNIT = 5;
  private static final int SHORTEST_WORD = 4;
  private static final String ROWS =
      "0123456789 9876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba"
          + " qwertyuiopasdfghjklzxcvbnm qwertyuiop[]asdfghjkl;'zxcvbnm,./"
          + " 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik 1q2w3e4r5t6y7u8i9o0p"
          + " йцукенгшщзхъфывапролджэячсмитьбю абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

  private final CommonPasswords common;

  public PasswordRules(CommonPasswords common) {
    this.common = common;
  }

  /// What is wrong with a new password, as a fault of the field; empty when nothing is.
  ///
  /// @param email of the member; a password that is the address is the first one tried
  public Optional<FieldProblem> faultOf(
      String field, @Nullable Secret password, @Nullable String email) {
    if (password == null || password.isEmpty()) {
      return fault(field, "The password is missing.", "required");
    }
    String text = password.reveal();
    int length = text.codePointCount(0, text.length());
    if (length < Passwords.MIN_LENGTH || length > Passwords.MAX_LENGTH) {
      return fault(field, "Use 12 to 128 characters.", "size");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (common.contains(lower) || common.contains(coreOf(lower)) || isUnitOfCommon(lower)) {
      return fault(field, "This password is one of the first that are tried.", "common");
    }
    if (isPattern(lower) || isAbout(lower, email)) {
      return fault(field, "This password is easy to guess.", "weak");
    }
    return Optional.empty();
  }

  private static Optional<FieldProblem> fault(String field, String message, String code) {
    return Optional.of(new FieldProblem(field, message, code));
  }

  /// `password` of `123password2024!`: digits and signs around a common word are tried with it.
  private static String coreOf(String lower) {
    String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return core.length() < SHORTEST_WORD ? "" : core;
  }

  /// `passwordpassword`: a common one, said again.
  private boolean isUnitOfCommon(String lower) {
    for (int unit = SHORTEST_WORD; unit <= lower.length() / 2; unit++) {
      if (repeats(lower, unit) && common.contains(lower.substring(0, unit))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPattern(String lower) {
    if (lower.codePoints().distinct().count() < MIN_DISTINCT) {
      return true;
    }
    for (int unit = 1; unit <= LONGEST_UNIT; unit++) {
      if (repeats(lower, unit)) {
        return true;
      }
    }
    return List.of(ROWS.split(" ")).stream()
        .anyMatch(row -> row.contains(lower) || (row + row).contains(lower));
  }

  private static boolean repeats(String text, int unit) {
    return text.regionMatches(0, text, unit, text.length() - unit);
  }

  /// The address, or its name with little around it.
  private static boolean isAbout(String lower, @Nullable String email) {
    if (email == null) {
      return false;
    }
    String address = email.strip().toLowerCase(Locale.ROOT);
    int at = address.indexOf('@');
    String name = at > 0 ? address.substring(0, at) : address;
    return lower.contains(address)
        || (name.length() >= SHORTEST_WORD
            && lower.contains(name)
            && lower.length() - name.length() < SHORTEST_WORD + 1);
  }
}
