package xyz.contentfactory.telegram.sandbox.world;

/// A topic of a forum.
///
/// @param number that of the message which began it; 1 for the general topic
/// @param colour of its icon, RGB
/// @param closed only its creator and who may manage topics may write in it
public record Topic(
    long channelId,
    int number,
    String title,
    int colour,
    long creatorId,
    int dateSeconds,
    boolean closed) {

  /// The topic of everything that was not sent to another one.
  public static final int GENERAL = 1;

  Topic with(String otherTitle, boolean nowClosed) {
    return new Topic(channelId, number, otherTitle, colour, creatorId, dateSeconds, nowClosed);
  }
}
