package xyz.contentfactory.integration.media;

/// As what a file is posted; read from its first bytes, never from its name.
public enum MediaKind {
  PHOTO,
  VIDEO,
  VOICE,
  AUDIO,
  DOCUMENT;

  /// What may stand together in an album: what is seen, what is heard, or other files.
  public boolean goesWith(MediaKind other) {
    return sort() == other.sort();
  }

  private int sort() {
    return switch (this) {
      case PHOTO, VIDEO -> 0;
      case AUDIO -> 1;
      case VOICE, DOCUMENT -> 2;
    };
  }
}
