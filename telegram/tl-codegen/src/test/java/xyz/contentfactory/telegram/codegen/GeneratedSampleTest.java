package xyz.contentfactory.telegram.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GeneratedSampleTest {
  private static final Model.Layout LAYOUT =
      new Model.Layout("base", "base.type", "base.method", "SampleRegistry");

  private static Map<String, String> sample() throws IOException {
    Model model = new Model(Schema.parse(Golden.of("sample.tl").text()), LAYOUT);
    Map<String, String> files = new TreeMap<>(SchemaSources.of(model));
    files.putAll(SchemaSources.layer(model));
    return files;
  }

  @Test
  void the_sample_schema_becomes_the_golden_sources() throws IOException {
    StringBuilder all = new StringBuilder();
    sample().forEach((path, text) -> all.append("==> ").append(path).append('\n').append(text));
    Golden.of("sample.golden").shows(all.toString());
  }

  @Test
  void a_type_with_its_only_constructor_is_just_the_record() throws IOException {
    assertThat(sample())
        .containsKeys("base/type/UserStatus.java", "base/type/JsonObjectValue.java")
        .doesNotContainKey("base/type/PlainUserStatus.java")
        .doesNotContainKey("base/type/JSONObjectValue.java");
  }

  @Test
  void a_constructor_named_as_its_type_is_plain() throws IOException {
    assertThat(sample()).containsKeys("base/type/User.java", "base/type/PlainUser.java");
  }

  @Test
  void namespaces_are_packages_marked_for_null_checks() throws IOException {
    assertThat(sample())
        .containsKeys(
            "base/type/auth/SentCode.java",
            "base/method/auth/SendCode.java",
            "base/method/auth/package-info.java");
  }

  @Test
  void a_generic_function_is_in_no_registry() throws IOException {
    assertThat(sample().get("base/SampleRegistry.java"))
        .contains("base.method.GetUsers.readBare(in)")
        .doesNotContain("InvokeWithLayer", "InitConnection");
  }

  @Test
  void the_text_of_a_record_shows_no_field() throws IOException {
    assertThat(sample().get("base/method/auth/SendCode.java"))
        .contains("return \"auth.sendCode#00000012\";");
  }
}
