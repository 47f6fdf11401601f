package xyz.contentfactory.integration.delivery;

/// What may be done to a post that stands in its channel. Each may be repeated without harm.
public enum ChangeKind {
  EDIT,
  DELETE,
  PIN,
  UNPIN
}
