package xyz.contentfactory.user.email;

/// What following a link has led to.
enum FollowedLink {
  /// The address is the member's.
  CONFIRMED,
  /// The other address has to agree to the change as well.
  OTHER_ADDRESS_NEEDED
}
