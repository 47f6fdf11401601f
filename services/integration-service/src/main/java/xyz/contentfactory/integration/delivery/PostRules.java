package xyz.contentfactory.integration.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.notation.Links;
import xyz.contentfactory.integration.notation.MarkedText;
import xyz.contentfactory.integration.notation.MarkupFault;
import xyz.contentfactory.integration.notation.Nesting;
import xyz.contentfactory.integration.notation.Notation;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.TextEntity;

/// Checks what a person wants to post, before anything is stored: each finding names its field.
final class PostRules {
  /// A longer raw text is refused unread, however much white space it has around it.
  private static final int RAW_LIMIT = 4 * PostText.LIMIT;

  /// The same for a text with its marks inside: an address alone may have 2,048.
  private static final int MARKED_LIMIT = 16 * PostText.LIMIT;

  private final String text;
  private final Complaints complaints = new Complaints();

  private PostRules(String text) {
    this.text = text;
  }

  static PostText check(
      @Nullable String text, @Nullable List<? extends @Nullable Formatting> formattings) {
    if (text == null || text.isBlank()) {
      throw Complaints.about("text", "Write the text of the post.", "required");
    }
    if (text.length() > RAW_LIMIT || text.strip().length() > PostText.LIMIT) {
      throw tooLong(text.strip().length());
    }
    return new PostRules(text).checked(formattings == null ? List.of() : formattings);
  }

  /// A text with its marks inside, or with ranges beside it.
  static PostText check(
      @Nullable Notation notation,
      @Nullable String text,
      @Nullable List<? extends @Nullable Formatting> formattings) {
    if (notation == null || notation == Notation.ENTITIES || text == null) {
      return check(text, formattings);
    }
    if (formattings != null && !formattings.isEmpty()) {
      throw Complaints.about("entities", "The text has its marks inside.", "not-expected");
    }
    if (text.length() > MARKED_LIMIT) {
      throw tooLong(text.length());
    }
    try {
      MarkedText marked = notation.read(text);
      return check(marked.text(), marked.entities().stream().map(Formatting::of).toList());
    } catch (MarkupFault fault) {
      throw Complaints.about("text", fault.sentence(), "markup");
    }
  }

  /// Below files there is less room.
  static PostText asCaption(PostText text) {
    if (text.text().length() > PostText.CAPTION_LIMIT) {
      throw tooLong(text.text().length(), PostText.CAPTION_LIMIT);
    }
    return text;
  }

  private static ProblemException tooLong(int units) {
    return tooLong(units, PostText.LIMIT);
  }

  private static ProblemException tooLong(int units, int limit) {
    String detail = "The text has %d characters, Telegram takes %d.".formatted(units, limit);
    return Problem.of(TelegramProblem.TEXT_TOO_LONG, detail)
        .withError("text", detail, "too-long")
        .asException();
  }

  private PostText checked(List<? extends @Nullable Formatting> formattings) {
    checkCharacters();
    List<TextEntity> entities = checkEntities(formattings);
    complaints.throwIfAny();
    checkOverlaps(entities);
    complaints.throwIfAny();
    return PostText.trimmed(text, entities);
  }

  private void checkCharacters() {
    int position = 0;
    while (position < text.length()) {
      int c = text.codePointAt(position);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        complaints.add(
            "text", "Position " + position + " holds a control character.", "control-character");
        return;
      }
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        complaints.add(
            "text", "Position " + position + " holds half a character.", "half-character");
        return;
      }
      position += Character.charCount(c);
    }
  }

  private List<TextEntity> checkEntities(List<? extends @Nullable Formatting> formattings) {
    List<TextEntity> entities = new ArrayList<>();
    if (formattings.size() > PostText.ENTITY_LIMIT) {
      complaints.add(
          "entities", "At most " + PostText.ENTITY_LIMIT + " formatting ranges.", "too-many");
      return entities;
    }
    for (int i = 0; i < formattings.size(); i++) {
      TextEntity entity = checkEntity(formattings.get(i), "entities[" + i + "]");
      if (entity != null) {
        entities.add(entity);
      }
    }
    return entities;
  }

  private @Nullable TextEntity checkEntity(@Nullable Formatting formatting, String field) {
    TextEntity.Kind kind = formatting == null ? null : formatting.kind().orElse(null);
    if (formatting == null || kind == null) {
      complaints.add(field + ".type", "This kind of formatting is not known.", "unknown");
      return null;
    }
    Integer offset = formatting.offset();
    Integer length = formatting.length();
    if (offset == null || offset < 0 || offset >= text.length()) {
      complaints.add(field + ".offset", "The range begins outside the text.", "out-of-bounds");
      return null;
    }
    if (length == null || length < 1 || length > text.length() - offset) {
      complaints.add(field + ".length", "The range ends outside the text.", "out-of-bounds");
      return null;
    }
    if (splitsPair(offset) || splitsPair(offset + length)) {
      complaints.add(field, "The range cuts a character in half.", "half-character");
      return null;
    }
    return hasRightExtras(kind, formatting, field)
        ? new TextEntity(kind, offset, length, formatting.url(), formatting.language())
        : null;
  }

  private boolean hasRightExtras(TextEntity.Kind kind, Formatting formatting, String field) {
    String url = formatting.url();
    String language = formatting.language();
    if (kind == TextEntity.Kind.TEXT_LINK && (url == null || !Links.allows(url))) {
      complaints.add(field + ".url", "A link begins with http, https, tg or mailto.", "link");
      return false;
    }
    if (kind != TextEntity.Kind.TEXT_LINK && url != null) {
      complaints.add(field + ".url", "Only a text_link has a url.", "not-expected");
      return false;
    }
    if (language != null && (kind != TextEntity.Kind.PRE || !isLanguage(language))) {
      complaints.add(field + ".language", "Only pre has a language, a short word.", "not-expected");
      return false;
    }
    return true;
  }

  private static boolean isLanguage(String language) {
    return language.matches("[!-~]{1,64}");
  }

  /// Simple styles may cross, as in Telegram; code, links and quotations may not.
  private void checkOverlaps(List<TextEntity> entities) {
    for (int i = 0; i < entities.size(); i++) {
      for (int j = i + 1; j < entities.size(); j++) {
        if (overlap(entities.get(i), entities.get(j))
            && Nesting.contradict(entities.get(i).kind(), entities.get(j).kind())) {
          complaints.add("entities[" + j + "]", "It contradicts entities[" + i + "].", "overlap");
          return;
        }
      }
    }
  }

  private static boolean overlap(TextEntity one, TextEntity other) {
    return one.offset() < other.offset() + other.length()
        && other.offset() < one.offset() + one.length();
  }

  private boolean splitsPair(int position) {
    return position > 0
        && position < text.length()
        && Character.isSurrogatePair(text.charAt(position - 1), text.charAt(position));
  }
}
