package xyz.contentfactory.integration.delivery;

/// Whether Telegram may show the first link of a post, and where.
public enum LinkPreview {
  BELOW,
  ABOVE,
  NONE
}
