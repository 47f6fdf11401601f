package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.DcAddress;
import xyz.contentfactory.telegram.net.KnownKey;

/// A login as other programs hand it over: the key of one data centre, and what they know besides.
/// **Secret**: whoever has it is logged in. Used in two places at once the key dies.
///
/// @param address where the data centre listens; null in formats that do not say
/// @param user who is logged in; null in formats that do not say
/// @param appId the `api_id` that the login was made with; null when unknown
public record ForeignSession(
    int dc,
    @Nullable DcAddress address,
    AuthKey key,
    boolean test,
    @Nullable User user,
    @Nullable Integer appId) {

  /// Who is logged in.
  public record User(long id, boolean bot) {}

  public ForeignSession {
    if (dc < 1 || dc > 999) {
      throw new IllegalArgumentException("no such data centre: " + dc);
    }
  }

  /// Reads a session string of any known format.
  ///
  /// @throws UnreadableLogin when it is none
  public static ForeignSession parse(String text) {
    return SessionStrings.read(text);
  }

  /// Writes it in a program's own format.
  ///
  /// @throws IllegalArgumentException when something is missing that the format needs
  public String write(SessionFormat format) {
    return SessionStrings.write(this, format);
  }

  /// A login of ours with this key. The salt and the clock are learned with the first answers.
  ///
  /// @param userId who is logged in, as `self()` tells; 0 before that was asked
  public StoredLogin toLogin(long userId) {
    return new StoredLogin(dc, userId, Map.of(dc, new KnownKey(key, 0, Duration.ZERO)));
  }

  /// The home key of a login of ours, for another program.
  ///
  /// @throws IllegalArgumentException when nobody is logged in
  public static ForeignSession of(StoredLogin login, TelegramNetwork network, boolean bot) {
    var userId = login.userId();
    var key = login.key(login.homeDc());
    if (userId == null || key == null) {
      throw new IllegalArgumentException("nobody is logged in");
    }
    var address =
        network.addresses().stream()
            .filter(one -> one.dc() == login.homeDc())
            .findFirst()
            .orElse(null);
    return new ForeignSession(
        login.homeDc(),
        address,
        key.key(),
        network.test(),
        new User(userId, bot),
        network.app().apiId());
  }

  @Override
  public String toString() {
    return "ForeignSession[DC " + dc + (test ? ", test" : "") + "]";
  }
}
