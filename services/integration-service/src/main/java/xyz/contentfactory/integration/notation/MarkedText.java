package xyz.contentfactory.integration.notation;

import java.util.List;
import xyz.contentfactory.telegram.client.TextEntity;

/// A text freed of its marks, and the ranges that they stood for.
public record MarkedText(String text, List<TextEntity> entities) {
  public MarkedText {
    entities = List.copyOf(entities);
  }

  @Override
  public String toString() {
    return "MarkedText[" + text.length() + " UTF-16 units]";
  }
}
