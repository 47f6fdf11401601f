package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"+7 (900) 123-45-67", "79001234567", " +7.900.123.45.67 "})
  void people_type_numbers_in_many_ways(String typed) {
    assertThat(PhoneNumber.parse(typed).digits()).isEqualTo("79001234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "1234", "call me", "++79001234567", "1234567890123456", "٣٣٣٣٣٣٣"})
  void nonsense_is_refused(String typed) {
    assertThatThrownBy(() -> PhoneNumber.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("1234567890123456");
  }

  @Test
  void only_its_ends_are_printed() {
    assertThat(new PhoneNumber("79001234567")).hasToString("+790******67");
    assertThat(new PhoneNumber("12345")).hasToString("+1**45");
  }
}
