package xyz.contentfactory.gateway.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;
import xyz.contentfactory.gateway.permission.Permissions.Listed;
import xyz.contentfactory.gateway.permission.Permissions.OtherMethods;
import xyz.contentfactory.gateway.permission.Permissions.Unlisted;
import xyz.contentfactory.gateway.permission.Permissions.Verdict;

class PermissionsTest {
  private static final Permissions TABLE =
      Permissions.of(
          """
          # for people
          method, path, who, scope, confirmed

          GET,  /api/things/{id},    member, read, no
          GET,  /api/things/export,  admin,  -,    no
          POST, /api/things/import,  user,   publish, yes
          """);

  private static Verdict of(String method, String path) {
    return TABLE.of(method, PathContainer.parsePath(path));
  }

  private static String endpoint(Verdict verdict) {
    return verdict instanceof Listed(Permission permission) ? permission.endpoint() : "none";
  }

  @Test
  void the_most_specific_line_with_the_method_is_the_one_that_counts() {
    assertThat(endpoint(of("GET", "/api/things/export"))).isEqualTo("GET /api/things/export");
    assertThat(endpoint(of("GET", "/api/things/import"))).isEqualTo("GET /api/things/{id}");
    assertThat(endpoint(of("HEAD", "/api/things/7"))).isEqualTo("GET /api/things/{id}");
  }

  @Test
  void an_address_without_a_line_is_told_from_one_without_the_method() {
    assertThat(of("GET", "/api/things/7/parts")).isEqualTo(new Unlisted());
    assertThat(of("GET", "/api/things/")).isEqualTo(new Unlisted());
    assertThat(of("DELETE", "/api/things/import"))
        .isEqualTo(new OtherMethods(Set.of("GET", "POST")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET, /api/a, member, read",
        "GET, /api/a, anybody, read, no",
        "GET, /api/a, member, write, no",
        "GET, /api/a, member, read, maybe"
      })
  void a_line_that_is_not_understood_is_refused(String line) {
    assertThatThrownBy(() -> Permission.of(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_endpoint_has_one_line() {
    assertThatThrownBy(() -> TABLE.with("GET, /api/things/export, member, read, no"))
        .hasMessageContaining("two permissions of GET /api/things/export");
  }

  @Test
  void the_table_of_the_product_can_be_read() {
    assertThat(Permissions.shipped().rows()).hasSizeGreaterThan(20);
  }
}
