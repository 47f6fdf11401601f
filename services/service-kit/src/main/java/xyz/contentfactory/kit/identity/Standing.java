package xyz.contentfactory.kit.identity;

import java.util.UUID;

/// Whether work that a member has left behind may still be done for them. A request brings its
/// caller's proof along; work in the background has to ask. A seam: whoever keeps the members
/// answers.
public interface Standing {
  /// Where nobody keeps members.
  Standing EVERYBODY = memberId -> true;

  /// False for a member who is blocked, may only look, or is gone.
  boolean mayChange(UUID memberId);
}
