package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;

/// A channel or group that the account sees.
///
/// @param username the public name, when there is one; makes links readable
/// @param members as far as Telegram says
/// @param owner the account created it
/// @param forum its messages stand in topics
public record Dialog(
    PeerRef peer,
    String title,
    @Nullable String username,
    Kind kind,
    @Nullable Integer members,
    Rights rights,
    boolean owner,
    boolean forum) {

  /// What it is.
  public enum Kind {
    CHANNEL,
    SUPERGROUP,
    BASIC_GROUP
  }

  /// What the account may do there.
  public record Rights(boolean post, boolean edit, boolean delete, boolean pin, boolean invite) {
    static final Rights NONE = new Rights(false, false, false, false, false);
    static final Rights ALL = new Rights(true, true, true, true, true);
  }
}
