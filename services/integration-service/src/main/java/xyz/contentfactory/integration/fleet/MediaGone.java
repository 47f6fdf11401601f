package xyz.contentfactory.integration.fleet;

/// A file of a post is not on the disk any more; nothing was sent.
final class MediaGone extends RuntimeException {
  MediaGone(String name) {
    super(name);
  }
}
