package xyz.contentfactory.telegram.client;

/// Hears how far an upload is.
@FunctionalInterface
public interface UploadProgress {
  /// Called by the thread that uploads, with rising numbers: Telegram has these parts from the
  /// beginning on. What is thrown ends the upload.
  void confirmed(int parts, int of);
}
