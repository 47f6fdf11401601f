package xyz.contentfactory.integration.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.telegram.client.PhoneNumber;

class NumberListTest {
  private static final long SEED = 20_261_127;
  private static final int ROUNDS = 2_000;
  private static final List<String> DECORATION =
      List.of(
          "", " ", "-", "(", ")", ".", "/", "\u00a0", "\u2009", "\u2011", "\u202a", "\t", "[", "]");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+79161234567",
        "79161234567",
        "0079161234567",
        " +7 (916) 123-45-67 ",
        "+7\u00a0916\u00a0123\u201145\u201167",
        "\u202a+7 916 123 45 67\u202c",
        "+7.916.123.45.67",
        "7/916/1234567;",
        "+7 916 123-45-67,"
      })
  void every_usual_spelling_is_the_same_number(String spelling) {
    assertThat(NumberList.phone(spelling)).isEqualTo(new PhoneNumber("79161234567"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna",
        "+",
        "12345",
        "0151 2345678",
        "00",
        "++79161234567",
        "+7916123456789012",
        "7916x123456",
        "+7 916 123 45 67 доб. 3",
        "７９１６１２３４５６７",
        "7916 1234567 / 7916 7654321"
      })
  void nonsense_is_no_number(String nonsense) {
    assertThat(NumberList.phone(nonsense)).isNull();
  }

  @Test
  void every_fault_is_told_by_its_line_and_blank_lines_count() {
    List<@Nullable String> given =
        Arrays.asList(
            "+49 151 2345678", "", "Anna", "0049 (151) 23-45-678", null, "+49 151 2345679");

    List<NumberList.Line> lines = NumberList.read(given);

    assertThat(lines).extracting(NumberList.Line::number).containsExactly(1, 3, 4, 5, 6);
    assertThat(lines)
        .extracting(NumberList.Line::isGood)
        .containsExactly(true, false, false, false, true);
    assertThat(lines)
        .extracting(NumberListTest::faultOf)
        .containsExactly(
            null,
            TelegramProblem.PHONE_NUMBER_UNREADABLE,
            TelegramProblem.PHONE_NUMBER_REPEATED,
            TelegramProblem.PHONE_NUMBER_UNREADABLE,
            null);
    assertThat(lines.get(2).fault()).asString().contains("line 1");
  }

  private static @Nullable TelegramProblem faultOf(NumberList.Line line) {
    NumberList.Fault fault = line.fault();
    return fault == null ? null : fault.code();
  }

  @Test
  void whatever_stands_between_the_digits_each_number_is_good_once() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> numbers = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        numbers.add(Long.toString(10_000_000L + random.nextInt(30)));
      }
      List<@Nullable String> typed = new ArrayList<>();
      numbers.forEach(number -> typed.add(decorated(number, random)));
      Collections.shuffle(typed, random);

      List<NumberList.Line> lines = NumberList.read(typed);

      assertThat(lines).hasSameSizeAs(typed);
      Set<String> good = new HashSet<>();
      lines.stream()
          .filter(NumberList.Line::isGood)
          .forEach(
              line -> assertThat(good.add(Objects.requireNonNull(line.phone()).digits())).isTrue());
      assertThat(good).isEqualTo(new HashSet<>(numbers));
    }
  }

  private static String decorated(String digits, Random random) {
    StringBuilder text = new StringBuilder(List.of("", "+", "00").get(random.nextInt(3)));
    for (int i = 0; i < digits.length(); i++) {
      text.append(digits.charAt(i)).append(DECORATION.get(random.nextInt(DECORATION.size())));
    }
    return text.toString();
  }
}
