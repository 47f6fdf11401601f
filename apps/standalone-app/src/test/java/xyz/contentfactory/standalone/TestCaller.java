package xyz.contentfactory.standalone;

/// Who calls in `endpoints.csv`, in the order of its columns, which is also the order of asking:
/// the owner of what is addressed comes last, as that may be the end of it.
enum TestCaller {
  NOBODY,
  EXPIRED,
  FORGED,
  REVOKED,
  VIEWER,
  /// Another member with the role `user`.
  OTHER,
  ADMIN,
  /// With the role `user`, and the owner of every thing that an address names.
  USER
}
