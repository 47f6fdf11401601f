package xyz.contentfactory.telegram.client;

/// A file on its way to Telegram.
///
/// @param fileId chosen once at random and written down before the first part goes; parts stay with
///   it over restarts, for about a day
/// @param confirmedParts how many parts from the beginning on Telegram has confirmed already
public record FileUpload(long fileId, String name, FileContent content, int confirmedParts) {
  public FileUpload {
    if (confirmedParts < 0) {
      throw new IllegalArgumentException("parts are counted from 0");
    }
  }

  @Override
  public String toString() {
    return "FileUpload[" + fileId + "]";
  }
}
