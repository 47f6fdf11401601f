package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import xyz.contentfactory.gateway.Browser.Answer;

/// Whatever is sent: a 4xx with a code, and nothing has changed.
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--api-gateway.limits.login-per-address=100000/1m",
          "--api-gateway.limits.login-per-account=100000/1m",
          "--api-gateway.limits.register-per-address=100000/1m");
  private static final String HUGE = "x".repeat(10 * 1024 * 1024);

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("no body", "", 400, "body-unreadable"),
        arguments("null", "null", 400, "body-unreadable"),
        arguments("not JSON", "{", 400, "body-unreadable"),
        arguments("two documents", "{} {}", 400, "invalid-input"),
        arguments("bytes", "\u0000\u0001\uFFFD", 400, "body-unreadable"),
        arguments("a text", "\"text\"", 400, "invalid-input"),
        arguments("a list", "[]", 400, "invalid-input"),
        arguments("a number", "7", 400, "invalid-input"),
        arguments("nothing in it", "{}", 400, "invalid-input"),
        arguments("nulls", "{\"email\":null,\"password\":null}", 400, "invalid-input"),
        arguments("blank", "{\"email\":\" \",\"password\":\"\"}", 400, "invalid-input"),
        arguments("a number for a text", "{\"email\":7,\"password\":true}", 400, "invalid-input"),
        arguments("an object for a text", "{\"email\":{},\"password\":[]}", 400, "invalid-input"),
        arguments("an unknown field", body(",\"role\":\"admin\""), 400, "invalid-input"),
        arguments("a field twice", body(",\"email\":\"b@example.com\""), 400, "body-unreadable"),
        arguments(
            "a zero character", body("").replace("word ", "word\\u0000"), 400, "invalid-input"),
        arguments("half a pair", body("").replace("word ", "word\\ud800"), 400, "invalid-input"),
        arguments("deep", "[".repeat(5000) + "]".repeat(5000), 400, "invalid-input"),
        arguments(
            "deep inside",
            "{\"email\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
            400,
            "invalid-input"),
        arguments("a long name", "{\"" + "n".repeat(100_000) + "\":1}", 400, "body-unreadable"),
        arguments("10 MB", body(",\"username\":\"" + HUGE + "\""), 413, "payload-too-large"));
  }

  private static String body(String more) {
    return "{\"email\":\"a@example.com\",\"password\":\"pass word of mine\"" + more + "}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void a_bad_body_is_refused_by_register(String name, String body, int status, String code) {
    refuses("/api/auth/register", body, status, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void a_bad_body_is_refused_by_login(String name, String body, int status, String code) {
    refuses("/api/auth/login", body, status, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void a_bad_body_is_refused_by_refresh(String name, String body, int status, String code) {
    Answer answer = EDGE.browser().post("/api/auth/refresh", body);

    assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 413);
    assertThat(answer.code())
        .isIn("refresh-token-invalid", "invalid-input", "body-unreadable", "payload-too-large");
  }

  private static void refuses(String path, String body, int status, String code) {
    long before = rows();
    Answer answer = EDGE.browser().post(path, body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("xception").doesNotContain("pass word");
    assertThat(rows()).isEqualTo(before);
  }

  private static long rows() {
    return EDGE.database()
        .sql()
        .sql(
            """
            select (select count(*) from members) + (select count(*) from web_sessions)
                 + (select count(*) from refresh_tokens) + (select count(*) from audit_trail)
            """)
        .query(Long.class)
        .single();
  }

  static Stream<Arguments> registrations() {
    return Stream.of(
        arguments("no at sign", "a.example.com", "pass word of mine", "email", "format"),
        arguments("no domain", "a@", "pass word of mine", "email", "format"),
        arguments("two at signs", "a@b@example.com", "pass word of mine", "email", "format"),
        arguments("a line break", "a@example.com\\nb", "pass word of mine", "email", "format"),
        arguments(
            "too long", "a".repeat(250) + "@example.com", "pass word of mine", "email", "format"),
        arguments("short password", "a@example.com", "short", "password", "size"),
        arguments("long password", "a@example.com", "p".repeat(129), "password", "size"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("registrations")
  void the_field_that_is_wrong_is_named(
      String name, String email, String password, String field, String fieldCode) {
    long before = rows();
    Answer answer =
        EDGE.browser()
            .post(
                "/api/auth/register",
                "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");

    assertThat(answer.code()).isEqualTo("invalid-input");
    assertThat(answer.json().path("errors")).hasSize(1);
    assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo(field);
    assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo(fieldCode);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void an_unknown_field_is_named() {
    Answer answer = EDGE.browser().post("/api/auth/register", body(",\"role\":\"admin\""));

    assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo("role");
    assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("unknown");
  }

  @Test
  void a_form_and_a_text_are_not_json() {
    for (String type :
        new String[] {"application/x-www-form-urlencoded", "text/plain", "nonsense"}) {
      Answer answer =
          EDGE.browser().with("Content-Type", type).post("/api/auth/login", "email=a&password=b");
      assertThat(answer.code()).as(type + answer).isEqualTo("unsupported-media-type");
      assertThat(answer.status()).isEqualTo(415);
    }
  }

  @Test
  void problems_are_json_even_for_a_client_that_accepts_only_html() {
    Answer answer = EDGE.browser().with("Accept", "text/html").post("/api/auth/login", "{}");

    assertThat(answer.code()).isEqualTo("invalid-input");
  }

  @Test
  void a_body_without_a_declared_length_is_bounded_too() throws Exception {
    String request =
        String.join(
            "\r\n",
            "POST /api/auth/register HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "Connection: close",
            "",
            "");
    try (RawConnection raw = RawConnection.to(EDGE.port())) {
      raw.send(request);
      String chunk = "a".repeat(64 * 1024);
      raw.send("1\r\n\"\r\n");
      for (int i = 0; i < 20; i++) {
        raw.send(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
      }
      raw.send("0\r\n\r\n");
      assertThat(raw.answer()).startsWith("HTTP/1.1 413").contains("payload-too-large");
    }
  }

  @Test
  void tokens_that_are_not_ours_are_refused() {
    String forged =
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDAifQ.";
    for (String header :
        new String[] {
          "Bearer " + forged, "Bearer x", "Bearer ", "Bearer", "Basic YTpi", "x".repeat(5000)
        }) {
      for (String path : new String[] {"/api/auth/me", "/api/v1/probe", "/api/v1/unknown"}) {
        Answer answer = EDGE.browser().with("Authorization", header).get(path);
        assertThat(answer.code()).as(header + answer).isEqualTo("sign-in-needed");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
      }
    }
  }

  @Test
  void cookies_that_are_not_ours_mean_nobody() {
    Browser browser = EDGE.browser();
    browser.cookies().put("cf_access", "forged");

    assertThat(browser.get("/api/auth/me").code()).isEqualTo("sign-in-needed");
    assertThat(browser.get("/api/v1/health/live").status()).isEqualTo(200);
  }

  @Test
  void a_forged_refresh_cookie_is_refused_and_taken_away() {
    Browser browser = EDGE.browser().asCabinet();
    browser.cookies().put("cf_refresh", "forged");
    Answer answer = browser.send("POST", "/api/auth/refresh", null);

    assertThat(answer.code()).isEqualTo("refresh-token-invalid");
    assertThat(browser.cookies()).doesNotContainKey("cf_refresh");
  }

  @Test
  void wrong_methods_are_named() {
    Answer answer = EDGE.browser().get("/api/auth/login");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("method-not-allowed");
    assertThat(answer.header("Allow")).contains("POST");
    for (String method : new String[] {"PUT", "DELETE", "PATCH", "TRACE", "FOO"}) {
      Answer other = EDGE.browser().send(method, "/api/auth/login", null);
      assertThat(other.status()).as(method + other).isBetween(400, 499);
      assertThat(other.code()).as(method + other).isNotEqualTo("(no problem)");
    }
  }

  /// Tomcat decodes parameters when the first one asks: a filter, a condition or a controller.
  @Test
  void parameters_that_cannot_be_read_are_refused_and_are_no_error_of_ours(CapturedOutput output)
      throws Exception {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    String session = form + "Cookie: cf_access=x; XSRF-TOKEN=x\r\n";
    for (String broken :
        new String[] {"a=%FF", "a=%00%FF", "%C3%28=b", "a=%zz", "a=%", "=%e2%82"}) {
      refusesRaw(raw("GET", "/api/v1/parameter?" + broken, "", ""));
      refusesRaw(raw("HEAD", "/api/v1/parameter?" + broken, "", ""));
      refusesRaw(raw("POST", "/api/auth/logout?" + broken, session, ""));
      refusesRaw(raw("POST", "/api/auth/login?" + broken, form, "a=b"));
      for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
        refusesRaw(raw(method, "/api/auth/login", form, broken));
        refusesRaw(raw(method, "/api/auth/logout", session, broken));
        refusesRaw(raw(method, "/api/v1/parameter", form, broken));
      }
    }
    refusesRaw(raw("GET", "/api/v1/parameter?" + "a=b&".repeat(1_500), "", ""));
    refusesRaw(raw("POST", "/api/auth/logout", session, "a=b&".repeat(3_000)));
    refusesRaw(raw("PUT", "/api/auth/login", form.replace("\r", "; charset=none\r"), "a=b"));
    refusesRaw(
        raw("POST", "/api/auth/logout", session.replace("ed\r", "ed; charset=none\r"), "a=b"));

    assertThat(output.getAll()).doesNotContain("threw exception").doesNotContain("incident");
  }

  private static String raw(String method, String path, String headers, String body) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + headers
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static void refusesRaw(String request) throws Exception {
    try (RawConnection raw = RawConnection.to(EDGE.port())) {
      raw.send(request);
      String start = request.substring(0, Math.min(200, request.length()));
      assertThat(raw.answer())
          .as(start)
          .startsWith("HTTP/1.1 4")
          .contains("application/problem+json")
          .doesNotContain("xception");
    }
  }

  @Test
  void a_controller_that_asks_for_an_unreadable_parameter_answers_invalid_input() {
    Browser member = member();
    for (String broken : new String[] {"?name=%FF", "?other=%C3%28", "?name=%00%FF"}) {
      Answer answer = member.get("/api/v1/parameter" + broken);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid-input");
    }
    assertThat(member.get("/api/v1/parameter?name=%E2%82%AC").body()).isEqualTo("€");
  }

  private static Browser member() {
    String body = body("").replace("a@", "reader@");
    EDGE.browser().post("/api/auth/register", body);
    String token =
        EDGE.browser().post("/api/auth/login", body).json().path("access_token").asString();
    return EDGE.browser().with("Authorization", "Bearer " + token);
  }

  @Test
  void addresses_that_try_to_escape_are_refused() throws Exception {
    for (String path :
        new String[] {
          "/api/auth/../../etc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/api/auth/me;x=y",
          "/api//auth/me",
          "/api/auth/me%00",
          "/api/auth/%ff",
          "/\\etc",
          "/api/{x}",
          "/api/auth/me%2f..%2fx"
        }) {
      try (RawConnection raw = RawConnection.to(EDGE.port())) {
        raw.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String answer = raw.answer();
        assertThat(answer).as(path).startsWith("HTTP/1.1 4").contains("\"code\":");
        assertThat(answer).as(path).contains("application/problem+json");
      }
    }
  }

  @Test
  void what_is_not_http_gets_a_problem_or_a_closed_connection() throws Exception {
    for (String garbage :
        new String[] {
          "\u0000\u0001\u0002\r\n\r\n",
          "GET\r\n\r\n",
          "GET / HTTP/9.9\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(70_000) + "\r\n\r\n",
          "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"
        }) {
      try (RawConnection raw = RawConnection.to(EDGE.port())) {
        raw.send(garbage);
        String answer = raw.answer();
        assertThat(answer).doesNotContain("xception").doesNotContain("Apache");
        if (!answer.isEmpty()) {
          assertThat(answer).startsWith("HTTP/1.1 4").contains("\"code\":");
        }
      }
    }
  }
}
