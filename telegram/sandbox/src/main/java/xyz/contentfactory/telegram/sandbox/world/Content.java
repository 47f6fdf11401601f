package xyz.contentfactory.telegram.sandbox.world;

/// The bytes of a file that was uploaded as a whole.
///
/// @param partBytes how long its parts are; the last one may be shorter
public record Content(long id, int parts, int partBytes, long bytes) {

  String folder() {
    return "content-" + id;
  }
}
