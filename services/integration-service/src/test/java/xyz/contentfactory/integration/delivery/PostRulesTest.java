package xyz.contentfactory.integration.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.TextEntity;

class PostRulesTest {
  private static Formatting range(String type, int offset, int length) {
    return new Formatting(type, offset, length, null, null);
  }

  private static Formatting link(String url) {
    return new Formatting("text_link", 0, 4, url, null);
  }

  private static PostText check(String text, @Nullable Formatting... formattings) {
    return PostRules.check(text, Arrays.asList(formattings));
  }

  private static Problem refusal(String text, @Nullable Formatting... formattings) {
    try {
      check(text, formattings);
      throw new AssertionError("accepted");
    } catch (ProblemException e) {
      return e.problem();
    }
  }

  private static List<String> fields(Problem problem) {
    return problem.errors().stream().map(FieldProblem::field).toList();
  }

  @Test
  void white_space_around_the_text_is_cut_and_the_ranges_move_along() {
    PostText post = check(" \n bold tail \n", range("bold", 1, 6), range("italic", 0, 3));
    assertThat(post.text()).isEqualTo("bold tail");
    assertThat(post.entities()).containsExactly(new TextEntity(TextEntity.Kind.BOLD, 0, 4));
  }

  @Test
  void a_text_of_4096_units_is_taken_and_one_more_is_too_long() {
    assertThat(check("ж".repeat(4096)).text()).hasSize(4096);
    assertThat(refusal("ж".repeat(4097)).code().code()).isEqualTo("text-too-long");
    assertThat(check("x" + " ".repeat(5000)).text()).isEqualTo("x");
  }

  @Test
  void units_are_counted_as_utf_16() {
    assertThat(refusal("🙂".repeat(2049)).code().code()).isEqualTo("text-too-long");
    assertThat(check("🙂".repeat(2048)).text()).hasSize(4096);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void nothing_is_not_a_post(String text) {
    assertThat(fields(refusal(text))).containsExactly("text");
  }

  @Test
  void a_missing_text_is_not_a_post() {
    assertThatThrownBy(() -> PostRules.check(null, null)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\rb", "a\u0085b", "\ud83d alone", "alone \ude00"})
  void characters_that_telegram_or_the_database_would_change_are_refused(String text) {
    assertThat(fields(refusal(text))).containsExactly("text");
  }

  @Test
  void a_range_must_lie_inside_the_text() {
    assertThat(fields(refusal("text", range("bold", -1, 2)))).containsExactly("entities[0].offset");
    assertThat(fields(refusal("text", range("bold", 4, 1)))).containsExactly("entities[0].offset");
    assertThat(fields(refusal("text", range("bold", 3, 2)))).containsExactly("entities[0].length");
    assertThat(fields(refusal("text", range("bold", 0, 0)))).containsExactly("entities[0].length");
    assertThat(fields(refusal("text", range("bold", 1, Integer.MAX_VALUE))))
        .containsExactly("entities[0].length");
  }

  @Test
  void a_range_must_not_cut_a_character() {
    assertThat(fields(refusal("🙂🙂", range("bold", 1, 2)))).containsExactly("entities[0]");
    assertThat(fields(refusal("🙂🙂", range("bold", 0, 3)))).containsExactly("entities[0]");
  }

  @Test
  void every_wrong_range_is_named() {
    assertThat(fields(refusal("text", range("loud", 0, 1), null, range("bold", 9, 1))))
        .containsExactly("entities[0].type", "entities[1].type", "entities[2].offset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a?b=c#d",
        "http://пример.рф/путь",
        "tg://resolve?domain=x",
        "mailto:a@example.org",
        "HTTPS://EXAMPLE.ORG"
      })
  void links_of_the_four_kinds_are_taken(String url) {
    assertThat(check("text", link(url)).entities()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "example.org",
        "https://",
        "a b"
      })
  void other_links_are_refused(String url) {
    assertThat(fields(refusal("text", link(url)))).containsExactly("entities[0].url");
  }

  @Test
  void only_links_have_a_url_and_only_pre_has_a_language() {
    Formatting bold = new Formatting("bold", 0, 1, "https://example.org", null);
    assertThat(fields(refusal("text", bold))).containsExactly("entities[0].url");
    Formatting code = new Formatting("code", 0, 1, null, "java");
    assertThat(fields(refusal("text", code))).containsExactly("entities[0].language");
    Formatting pre = new Formatting("pre", 0, 1, null, "java");
    assertThat(check("text", pre).entities()).hasSize(1);
  }

  @Test
  void simple_styles_may_cross_but_code_and_equal_styles_may_not() {
    assertThat(check("abcdef", range("bold", 0, 4), range("italic", 2, 4)).entities()).hasSize(2);
    assertThat(fields(refusal("abcdef", range("bold", 0, 4), range("code", 2, 2))))
        .containsExactly("entities[1]");
    assertThat(fields(refusal("abcdef", range("bold", 0, 4), range("bold", 2, 4))))
        .containsExactly("entities[1]");
    assertThat(check("abcdef", range("blockquote", 0, 6), range("code", 2, 2)).entities())
        .hasSize(2);
  }

  @Test
  void more_than_a_hundred_ranges_are_refused() {
    Formatting[] many = new Formatting[101];
    Arrays.setAll(many, i -> range("bold", i, 1));
    assertThat(fields(refusal("x".repeat(200), many))).containsExactly("entities");
  }
}
