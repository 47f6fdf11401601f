package xyz.contentfactory.telegram.client;

/// A topic of a forum.
///
/// @param number what a [Placement] names
/// @param closed only administrators who manage topics may write there
/// @param hidden the general topic, when it is not shown
public record Topic(int number, String title, boolean closed, boolean hidden) {
  /// The topic that every forum has.
  public static final int GENERAL = 1;
}
