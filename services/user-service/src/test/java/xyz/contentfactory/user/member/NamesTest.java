package xyz.contentfactory.user.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static String derived(String email, String... taken) {
    Set<String> names = Set.of(taken);
    return Username.derivedFrom(new EmailAddress(email), name -> names.contains(name.value()))
        .value();
  }

  @ParameterizedTest
  @CsvSource({
    "anna@example.com, anna",
    "anna.k+news@example.com, anna.k",
    "a@example.com, amember",
    "_x@example.com, xmember",
    "'o''brien@example.com', obrien",
    "иван@example.com, member",
  })
  void a_username_comes_from_the_local_part(String email, String username) {
    assertThat(derived(email)).isEqualTo(username);
  }

  @Test
  void a_taken_username_gets_the_first_free_number() {
    assertThat(derived("anna@example.com", "anna", "anna2")).isEqualTo("anna3");
  }

  @Test
  void a_long_local_part_stays_within_the_limit_with_its_number() {
    String local = "a".repeat(60);
    assertThat(derived(local + "@example.com", "a".repeat(32))).isEqualTo("a".repeat(31) + "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com",
        "first.last+tag@sub.example.co.uk",
        "почта@пример.рф",
        "a_b-c@x-y.org"
      })
  void these_are_addresses(String address) {
    assertThat(EmailAddress.parse(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@",
        "a@",
        "@b.com",
        "a@b",
        "a@@b.com",
        "a b@c.com",
        "a@b..com",
        ".a@b.com",
        "a.@b.com",
        "a@-b.com",
        "a@b-.com",
        "a@b.c",
        "a\n@b.com",
        "a@b.com\u0000",
        "<a@b.com>"
      })
  void these_are_not(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void an_address_is_normalised_and_can_be_masked() {
    EmailAddress address = EmailAddress.parse("  Anna@Example.COM ").orElseThrow();

    assertThat(address.value()).isEqualTo("anna@example.com");
    assertThat(address.masked()).isEqualTo("a…@example.com");
  }

  @Test
  void a_hostile_text_is_refused_quickly() {
    assertThat(EmailAddress.parse("a".repeat(1_000_000))).isEmpty();
    assertThat(EmailAddress.parse("a.".repeat(100) + "@" + "b.".repeat(25))).isEmpty();
  }
}
