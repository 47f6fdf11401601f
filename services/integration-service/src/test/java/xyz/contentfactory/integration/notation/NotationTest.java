package xyz.contentfactory.integration.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.client.TextEntity;
import xyz.contentfactory.telegram.client.TextEntity.Kind;

/// The examples of the Bot API's documentation, and where each notation says no.
class NotationTest {
  private static TextEntity range(Kind kind, int offset, int length) {
    return new TextEntity(kind, offset, length);
  }

  private static void faults(Notation notation, String source, int position) {
    assertThatThrownBy(() -> notation.read(source))
        .isInstanceOfSatisfying(
            MarkupFault.class,
            fault -> {
              assertThat(fault.position()).as(fault.getMessage()).isEqualTo(position);
              assertThat(fault).hasMessageStartingWith("Position " + position + ": ");
            });
  }

  @Test
  void html_styles_nest() {
    MarkedText read =
        Notation.HTML.read(
            "<b>bold <i>italic bold <s>italic bold strike "
                + "<span class=\"tg-spoiler\">spoiler</span></s> <u>underline</u></i> bold</b>");
    assertThat(read.text()).isEqualTo("bold italic bold italic bold strike spoiler underline bold");
    assertThat(read.entities())
        .containsExactlyInAnyOrder(
            range(Kind.BOLD, 0, 58),
            range(Kind.ITALIC, 5, 48),
            range(Kind.STRIKETHROUGH, 17, 26),
            range(Kind.SPOILER, 36, 7),
            range(Kind.UNDERLINE, 44, 9));
  }

  @Test
  void html_has_links_code_and_quotations() {
    MarkedText read =
        Notation.HTML.read(
            """
            <a href="https://example.org/?a=1&amp;b=2">link</a> <code>x</code>
            <pre><code class="language-java">int i;</code></pre>
            <blockquote expandable>long</blockquote>\
            """);
    assertThat(read.text()).isEqualTo("link x\nint i;\nlong");
    assertThat(read.entities())
        .containsExactly(
            TextEntity.link(0, 4, "https://example.org/?a=1&b=2"),
            range(Kind.CODE, 5, 1),
            new TextEntity(Kind.PRE, 7, 6, null, "java"),
            range(Kind.EXPANDABLE_BLOCKQUOTE, 14, 4));
  }

  @Test
  void html_entities_are_characters_and_offsets_are_utf_16() {
    MarkedText read = Notation.HTML.read("&lt;&amp;&gt;&quot;&#33;&#x1F642;<b>🙂</b>");
    assertThat(read.text()).isEqualTo("<&>\"!🙂🙂");
    assertThat(read.entities()).containsExactly(range(Kind.BOLD, 7, 2));
  }

  @Test
  void what_stands_around_nothing_disappears() {
    assertThat(Notation.HTML.read("a<b></b>").entities()).isEmpty();
    assertThat(Notation.MARKDOWN_V2.read("a**").entities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a < b,2",
        "a & b,2",
        "a > b,2",
        "<b>bold,0",
        "bold</b>,4",
        "<b>bold</i>,7",
        "<b><i>x</b></i>,7",
        "<br>,0",
        "<h1>x</h1>,0",
        "<span>x</span>,0",
        "<a>x</a>,0",
        "x<a href='javascript:alert(1)'>x</a>,1",
        "<b><code>x</code></b>,3",
        "<pre><b>x</b></pre>,5",
        "<b>x<strong>y</strong></b>,4",
        "<blockquote><blockquote expandable>x</blockquote></blockquote>,12",
        "<code class='language-java'>x</code>,0",
        "<b class=a class=b>x</b>,11",
        "<b,0",
        "&nbsp;,0",
        "&#xD800;,0",
        "</b x>,4",
      })
  void html_says_where_it_is_wrong(String source, int position) {
    faults(Notation.HTML, source, position);
  }

  @Test
  void markdown_styles_nest() {
    MarkedText read =
        Notation.MARKDOWN_V2.read(
            "*bold _italic bold ~italic bold strike ||spoiler||~ __underline italic bold___ bold*");
    assertThat(read.text())
        .isEqualTo("bold italic bold italic bold strike spoiler underline italic bold bold");
    assertThat(read.entities())
        .containsExactlyInAnyOrder(
            range(Kind.BOLD, 0, 70),
            range(Kind.ITALIC, 5, 60),
            range(Kind.STRIKETHROUGH, 17, 26),
            range(Kind.SPOILER, 36, 7),
            range(Kind.UNDERLINE, 44, 21));
  }

  @Test
  void markdown_has_links_and_code() {
    MarkedText read =
        Notation.MARKDOWN_V2.read(
            "[a link](https://example.org/a\\)b) `in\\`line` ```java\nint i \\\\ 2;\n```");
    assertThat(read.text()).isEqualTo("a link in`line int i \\ 2;\n");
    assertThat(read.entities())
        .containsExactly(
            TextEntity.link(0, 6, "https://example.org/a)b"),
            range(Kind.CODE, 7, 7),
            new TextEntity(Kind.PRE, 15, 11, null, "java"));
  }

  @Test
  void markdown_quotations_go_by_the_line_and_may_be_expandable() {
    MarkedText read = Notation.MARKDOWN_V2.read(">one\n>*two*\n**>three\n>four||\nfive");
    assertThat(read.text()).isEqualTo("one\ntwo\nthree\nfour\nfive");
    assertThat(read.entities())
        .containsExactlyInAnyOrder(
            range(Kind.BOLD, 4, 3),
            range(Kind.BLOCKQUOTE, 0, 7),
            range(Kind.EXPANDABLE_BLOCKQUOTE, 8, 10));
  }

  @Test
  void an_empty_bold_parts_italic_from_underline() {
    MarkedText read = Notation.MARKDOWN_V2.read("__underline _italic underline_**__");
    assertThat(read.text()).isEqualTo("underline italic underline");
    assertThat(read.entities())
        .containsExactlyInAnyOrder(range(Kind.ITALIC, 10, 16), range(Kind.UNDERLINE, 0, 26));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_", "*", "[", "]", "(", ")", "~", "`", ">", "#", "+", "-", "=", "|", "{", "}", ".", "!",
        "\\"
      })
  void every_reserved_character_can_be_escaped(String reserved) {
    MarkedText read = Notation.MARKDOWN_V2.read("a\\" + reserved + "b");
    assertThat(read.text()).isEqualTo("a" + reserved + "b");
    assertThat(read.entities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "Hello.,5",
        "a - b,2",
        "a > b,2",
        "*bold,0",
        "x _*a_ b*,5",
        "[text],6",
        "[text](https://example.org,6",
        "[text](file:///etc),7",
        "a ] b,2",
        "a | b,2",
        "`code,0",
        "*a `b`*,3",
        "'```\na`b```',5",
        "![x](tg://emoji?id=1),0",
        "'>*a\nb*',1",
        "'*a\n>b*',3",
      })
  void markdown_says_where_it_is_wrong(String source, int position) {
    faults(Notation.MARKDOWN_V2, source, position);
  }
}
