package xyz.contentfactory.integration.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xyz.contentfactory.telegram.client.TextEntity;
import xyz.contentfactory.telegram.client.TextEntity.Kind;

/// What must hold of every text, however it looks.
class NotationFuzzTest {
  private static final long SEED = 20_261_127;
  private static final int ROUNDS = 20_000;

  private static final List<String> PIECES =
      List.of(
          "a",
          "ж",
          "🙂",
          " ",
          "\n",
          "*",
          "_",
          "__",
          "~",
          "||",
          "|",
          "`",
          "```",
          "[",
          "](",
          ")",
          ">",
          "**",
          "!",
          "\\",
          ".",
          "https://example.org",
          "<",
          ">",
          "</",
          "<b>",
          "</b>",
          "<i>",
          "</i>",
          "<code>",
          "</code>",
          "<pre>",
          "</pre>",
          "<a href=\"https://example.org\">",
          "</a>",
          "&",
          "&lt;",
          "&#33;",
          "&#x1F642;",
          "<blockquote>",
          "</blockquote>",
          "=",
          "\"",
          "java\n");

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(Notation.class)
  void a_text_is_read_or_refused_at_a_position_inside_it(Notation notation) {
    Random random = new Random(SEED);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String source = random(random);
      try {
        mustBeSound(source, notation.read(source));
        read++;
      } catch (MarkupFault fault) {
        assertThat(fault.position()).as(source).isBetween(0, source.length());
      }
    }
    assertThat(read).isPositive();
  }

  private static void mustBeSound(String source, MarkedText marked) {
    for (TextEntity entity : marked.entities()) {
      assertThat(entity.offset() + entity.length())
          .as(source)
          .isLessThanOrEqualTo(marked.text().length());
    }
    for (int i = 0; i < marked.entities().size(); i++) {
      for (int j = i + 1; j < marked.entities().size(); j++) {
        mustNest(source, marked.entities().get(i), marked.entities().get(j));
      }
    }
  }

  private static void mustNest(String source, TextEntity one, TextEntity other) {
    int oneEnd = one.offset() + one.length();
    int otherEnd = other.offset() + other.length();
    if (one.offset() < otherEnd && other.offset() < oneEnd) {
      boolean inside = one.offset() >= other.offset() && oneEnd <= otherEnd;
      boolean around = one.offset() <= other.offset() && oneEnd >= otherEnd;
      assertThat(inside || around).as(source).isTrue();
      assertThat(Nesting.contradict(one.kind(), other.kind())).as(source).isFalse();
    }
  }

  /// Written by a writer that knows only the rules of escaping, read back by ours.
  @ParameterizedTest
  @EnumSource(
      value = Notation.class,
      names = {"HTML", "MARKDOWN_V2"})
  void what_is_written_is_read_back(Notation notation) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      MarkedText original = composed(random);
      String source = written(notation, original);
      MarkedText read = notation.read(source);
      assertThat(read.text()).as(source).isEqualTo(original.text());
      assertThat(read.entities())
          .as(source)
          .containsExactlyInAnyOrderElementsOf(original.entities());
    }
  }

  /// Up to three styles around each other over a text of anything.
  private static MarkedText composed(Random random) {
    String text = "(" + random(random).strip() + ")";
    List<Kind> kinds =
        List.of(Kind.BOLD, Kind.STRIKETHROUGH, Kind.SPOILER, Kind.UNDERLINE)
            .subList(random.nextInt(3), 3);
    return new MarkedText(
        text, kinds.stream().map(kind -> new TextEntity(kind, 0, text.length())).toList());
  }

  private static String written(Notation notation, MarkedText marked) {
    StringBuilder source = new StringBuilder();
    List<TextEntity> outer =
        marked.entities().stream().sorted(Comparator.comparing(TextEntity::kind)).toList();
    boolean html = notation == Notation.HTML;
    outer.forEach(e -> source.append(html ? "<" + sign(e, true) + ">" : sign(e, false)));
    marked
        .text()
        .codePoints()
        .forEach(c -> source.append(html ? escapedHtml(c) : escapedMarkdown(c)));
    outer
        .reversed()
        .forEach(e -> source.append(html ? "</" + sign(e, true) + ">" : sign(e, false)));
    return source.toString();
  }

  private static String sign(TextEntity entity, boolean html) {
    return switch (entity.kind()) {
      case BOLD -> html ? "b" : "*";
      case STRIKETHROUGH -> html ? "s" : "~";
      case SPOILER -> html ? "tg-spoiler" : "||";
      case UNDERLINE -> html ? "u" : "__";
      default -> throw new AssertionError(entity);
    };
  }

  private static String escapedHtml(int c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      default -> Character.toString(c);
    };
  }

  private static String escapedMarkdown(int c) {
    boolean reserved = "_*[]()~`>#+-=|{}.!\\".indexOf(c) >= 0;
    return (reserved ? "\\" : "") + Character.toString(c);
  }
}
