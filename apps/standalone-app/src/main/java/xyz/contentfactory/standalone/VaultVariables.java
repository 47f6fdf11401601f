package xyz.contentfactory.standalone;

import java.net.URI;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the variables about the vault that encrypts the keyring; what contradicts is refused with
/// one sentence.
final class VaultVariables {
  private static final Pattern MOUNT = Pattern.compile("[A-Za-z0-9_/-]+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");

  private final Function<Variable, String> text;

  /// @param text a variable's value or preset; empty when there is none
  VaultVariables(Function<Variable, String> text) {
    this.text = text;
  }

  @Nullable VaultAccess read() {
    String address = text.apply(Variable.CF_VAULT_ADDR);
    String token = text.apply(Variable.CF_VAULT_TOKEN);
    if (address.isEmpty() && token.isEmpty()) {
      return null;
    }
    if (address.isEmpty() || token.isEmpty()) {
      throw new StartRefused("CF_VAULT_ADDR and CF_VAULT_TOKEN belong together.");
    }
    if (!isAddress(address)) {
      throw new StartRefused(
          "CF_VAULT_ADDR is an https address such as https://vault.example.org:8200, not \"%s\"."
              .formatted(address));
    }
    return new VaultAccess(
        address, token, named(Variable.CF_VAULT_MOUNT, MOUNT), named(Variable.CF_VAULT_KEY, KEY));
  }

  private String named(Variable variable, Pattern form) {
    String name = text.apply(variable);
    if (!form.matcher(name).matches()) {
      throw new StartRefused(
          "%s is a name of letters, digits and dashes, not \"%s\".".formatted(variable, name));
    }
    return name;
  }

  /// Plain http shows the token and the keys, so it is for a vault, or its agent, on this machine.
  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      boolean bare =
          address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawUserInfo() == null;
      boolean here = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
      boolean safe =
          "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here);
      return address.getHost() != null && bare && safe;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
