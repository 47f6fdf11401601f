package xyz.contentfactory.integration.notation;

/// A text is not written as its notation wants.
public final class MarkupFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int position;
  private final String sentence;

  /// A fault.
  ///
  /// @param position in UTF-16 units from the beginning of the source
  MarkupFault(int position, String what) {
    this("Position " + position + ": " + what, position);
  }

  private MarkupFault(String sentence, int position) {
    super(sentence);
    this.sentence = sentence;
    this.position = position;
  }

  /// For the person who wrote the text.
  public String sentence() {
    return sentence;
  }

  public int position() {
    return position;
  }
}
