package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;

/// A private message as it lies in one person's mailbox; both sides have their own copy.
///
/// @param withId the other side; the owner's own id in Saved Messages
public record Letter(
    long ownerId,
    int number,
    int pts,
    long withId,
    boolean outgoing,
    int dateSeconds,
    String text,
    List<TextEntity> entities) {

  public Letter {
    entities = List.copyOf(entities);
  }

  public long senderId() {
    return outgoing ? ownerId : withId;
  }

  /// Texts carry login codes.
  @Override
  public String toString() {
    return "Letter " + number + " of " + ownerId;
  }
}
