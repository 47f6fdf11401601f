package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.gateway.Browser.Answer;

class EdgeRulesTest {
  private static final Path WEB = web();
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--api-gateway.web-directory=" + WEB,
          "--api-gateway.limits.login-per-address=8/1m",
          "--api-gateway.limits.login-per-account=3/1m",
          "--api-gateway.limits.register-per-address=3/1m",
          "--api-gateway.limits.connect-per-member=2/1m",
          "--api-gateway.limits.connect-start-per-member=3/1h");
  private static final String OWNER =
      "{\"email\":\"owner@example.com\",\"password\":\"pass word of mine\"}";

  static {
    EDGE.browser().post("/api/auth/register", OWNER);
    EDGE.confirmEverybody();
  }

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  /// Every test begins with full buckets.
  @BeforeEach
  void letAnHourPass() {
    EdgeUnderTest.advance(Duration.ofHours(1));
  }

  private static Path web() {
    try {
      Path web = Files.createDirectory(EdgeUnderTest.folder("web"));
      Files.createDirectory(web.resolve("assets"));
      Files.writeString(
          web.resolve("index.html"), "<!doctype html><meta name=n content=__CSP_NONCE__>");
      Files.writeString(web.resolve("assets/app-1a2b.js"), "let a = 1;\n".repeat(1000));
      Files.writeString(web.resolve("favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
      Files.writeString(web.resolveSibling("outside.txt"), "outside");
      Files.createSymbolicLink(web.resolve("link.txt"), web.resolveSibling("outside.txt"));
      return web;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Browser owner() {
    Browser cabinet = EDGE.browser().asCabinet();
    Answer login = cabinet.post("/api/auth/login", OWNER);
    assertThat(login.status()).as(login.toString()).isEqualTo(200);
    return cabinet;
  }

  @Test
  void every_response_carries_the_security_headers() {
    for (String path :
        new String[] {"/", "/api/v1/health/live", "/api/nothing", "/assets/none.js"}) {
      Answer answer = EDGE.browser().get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .matches(
              "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/]{24}';"
                  + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
                  + " manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Permissions-Policy")).contains("camera=()");
      assertThat(answer.header("Strict-Transport-Security")).isEmpty();
      assertThat(answer.header("Server")).isEmpty();
    }
  }

  @Test
  void the_page_has_the_nonce_of_its_own_policy_and_is_never_stored() {
    Answer page = EDGE.browser().get("/");
    Matcher nonce =
        Pattern.compile("'nonce-([^']+)'").matcher(page.header("Content-Security-Policy"));

    assertThat(nonce.find()).isTrue();
    assertThat(page.body()).contains("content=" + nonce.group(1) + ">");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(EDGE.browser().get("/").body()).isNotEqualTo(page.body());
  }

  @Test
  void an_address_of_the_cabinet_is_answered_with_the_page() {
    Answer root = EDGE.browser().get("/");
    for (String path : new String[] {"/dashboard", "/accounts/connect", "/index.html"}) {
      Answer page = EDGE.browser().get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.body().length()).isEqualTo(root.body().length());
    }
  }

  @Test
  void hashed_assets_are_kept_forever_and_other_files_are_asked_for_again() {
    Answer script = EDGE.browser().get("/assets/app-1a2b.js");
    Answer icon = EDGE.browser().get("/favicon.svg");

    assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(script.header("Content-Type")).contains("javascript");
    assertThat(icon.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(icon.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(
            EDGE.browser().with("If-None-Match", icon.header("ETag")).get("/favicon.svg").status())
        .isEqualTo(304);
  }

  @Test
  void scripts_travel_compressed_to_who_can_read_it() {
    Answer plain = EDGE.browser().get("/assets/app-1a2b.js");
    Answer packed = EDGE.browser().with("Accept-Encoding", "gzip").get("/assets/app-1a2b.js");

    assertThat(plain.body()).hasSize(11_000);
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.body().length()).isLessThan(1_000);
  }

  @Test
  void what_is_not_there_is_a_problem_and_never_the_page() {
    for (String path :
        new String[] {
          "/api/nothing",
          "/api",
          "/api/auth/nothing",
          "/assets/none.js",
          "/none.png",
          "/link.txt",
          "/.well-known/nothing",
          "/error"
        }) {
      Answer answer = EDGE.browser().get(path);
      assertThat(answer.status()).as(path + answer).isEqualTo(404);
      assertThat(answer.code()).as(path + answer).isEqualTo("not-found");
    }
    assertThat(owner().get("/api/v1/nothing").code()).isEqualTo("not-found");
  }

  @Test
  void head_and_options_are_answered() {
    assertThat(EDGE.browser().send("HEAD", "/", null).status()).isEqualTo(200);
    assertThat(EDGE.browser().send("HEAD", "/assets/app-1a2b.js", null).body()).isEmpty();
    assertThat(EDGE.browser().send("HEAD", "/api/v1/health/live", null).status()).isEqualTo(200);
    assertThat(EDGE.browser().send("OPTIONS", "/dashboard", null).header("Allow")).contains("GET");
    assertThat(EDGE.browser().send("OPTIONS", "/api/auth/login", null).status()).isEqualTo(204);
    assertThat(EDGE.browser().send("DELETE", "/dashboard", null).code())
        .isEqualTo("method-not-allowed");
  }

  @Test
  void another_origin_is_not_let_in() {
    Answer preflight =
        EDGE.browser()
            .with("Origin", "https://evil.example")
            .with("Access-Control-Request-Method", "POST")
            .with("Access-Control-Request-Headers", "x-session")
            .send("OPTIONS", "/api/auth/login", null);

    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void a_change_by_cookie_needs_the_csrf_header_and_changes_nothing_without() {
    Browser cabinet = owner();
    String right = cabinet.cookies().getOrDefault("XSRF-TOKEN", "");
    cabinet.without("X-XSRF-TOKEN");
    for (String path : new String[] {"/api/auth/logout", "/api/auth/refresh", "/api/v1/probe"}) {
      assertThat(cabinet.post(path, "{}").code()).as(path).isEqualTo("csrf-token-missing");
      cabinet.with("X-XSRF-TOKEN", "wrong");
      Answer wrong = cabinet.post(path, "{}");
      assertThat(wrong.code()).as(path).isEqualTo("csrf-token-missing");
      assertThat(wrong.status()).isEqualTo(403);
      cabinet.without("X-XSRF-TOKEN");
    }
    assertThat(cabinet.get("/api/auth/me").status()).isEqualTo(200);
    cabinet.with("X-XSRF-TOKEN", right);
    assertThat(cabinet.post("/api/v1/probe", "{\"text\":\"a\",\"number\":1}").status())
        .isEqualTo(200);
  }

  @Test
  void a_bearer_needs_no_csrf_header_and_its_cookies_mean_nothing() {
    String token =
        EDGE.browser().post("/api/auth/login", OWNER).json().path("access_token").asString();
    Browser program = EDGE.browser().with("Authorization", "Bearer " + token);
    program.cookies().put("cf_access", "forged");

    assertThat(program.post("/api/v1/probe", "{\"text\":\"a\",\"number\":1}").status())
        .isEqualTo(200);
  }

  @Test
  void the_csrf_cookie_can_be_read_by_the_page_and_is_set_by_any_get() {
    Answer page = EDGE.browser().get("/");

    assertThat(page.setCookies())
        .anyMatch(cookie -> cookie.matches("XSRF-TOKEN=[^;]+; Path=/; SameSite=Strict"));
  }

  @Test
  void sign_ins_to_one_account_are_limited_with_the_time_to_wait() {
    String wrong = "{\"email\":\"Victim@example.com\",\"password\":\"guess\"}";
    for (int i = 0; i < 3; i++) {
      assertThat(EDGE.browser().post("/api/auth/login", wrong).status()).isEqualTo(401);
    }
    Answer limited = EDGE.browser().post("/api/auth/login", wrong);

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.code()).isEqualTo("too-many-requests");
    assertThat(limited.header("Retry-After")).isEqualTo("20");
    assertThat(limited.json().path("retryAfterSeconds").asInt()).isEqualTo(20);
    assertThat(EDGE.browser().post("/api/auth/login", OWNER).status()).isEqualTo(200);
  }

  @Test
  void sign_ins_from_one_address_are_limited_and_forwarded_headers_do_not_help() {
    int limited = 0;
    for (int i = 0; i < 12; i++) {
      String body = "{\"email\":\"someone" + i + "@example.com\",\"password\":\"guess\"}";
      Answer answer =
          EDGE.browser().with("X-Forwarded-For", "10.0.0." + i).post("/api/auth/login", body);
      limited += answer.status() == 429 ? 1 : 0;
    }

    assertThat(limited).isEqualTo(4);
  }

  @Test
  void registrations_and_connects_are_limited() {
    for (int i = 0; i < 3; i++) {
      assertThat(EDGE.browser().post("/api/auth/register", "{}").status()).isEqualTo(400);
    }
    assertThat(EDGE.browser().post("/api/auth/register", "{}").status()).isEqualTo(429);
    Browser cabinet = owner();
    for (int i = 0; i < 2; i++) {
      assertThat(cabinet.post("/api/v1/telegram/connect", "{}").status()).isEqualTo(200);
    }
    assertThat(cabinet.post("/api/v1/telegram/connect", "{}").status()).isEqualTo(429);
  }

  @Test
  void beginning_to_connect_has_a_lower_limit_than_its_steps() {
    Browser cabinet = owner();
    for (int i = 0; i < 3; i++) {
      assertThat(cabinet.post("/api/v1/telegram/connect", "{}").status()).isEqualTo(200);
      EdgeUnderTest.advance(Duration.ofMinutes(1));
    }
    Answer limited = cabinet.post("/api/v1/telegram/connect", "{}");

    assertThat(limited.code()).isEqualTo("too-many-requests");
    assertThat(limited.header("Retry-After")).isEqualTo("1020");
    assertThat(cabinet.post("/api/v1/telegram/connect/1/code", "{}").code()).isEqualTo("not-found");
  }

  @Test
  void our_own_bug_shows_an_incident_id_and_nothing_else() {
    Answer answer = owner().get("/api/v1/fails");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal");
    assertThat(answer.json().path("incidentId").asString()).hasSize(36);
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("IllegalState");
  }

  @Test
  void wrong_types_of_a_body_are_named_and_never_converted() {
    Browser cabinet = owner();
    for (String body :
        new String[] {
          "{\"text\":7,\"number\":1}",
          "{\"text\":\"a\",\"number\":\"1\"}",
          "{\"text\":\"a\",\"number\":1.5}",
          "{\"text\":\"a\",\"number\":null}",
          "{\"text\":\"a\",\"number\":99999999999}",
          "{\"text\":\"a\"}"
        }) {
      Answer answer = cabinet.post("/api/v1/probe", body);
      assertThat(answer.code()).as(body + answer).isEqualTo("invalid-input");
      assertThat(answer.json().path("errors").path(0).path("field").asString())
          .as(body)
          .isIn("text", "number");
    }
  }

  @Test
  void an_answer_that_breaks_off_does_not_look_whole() throws IOException {
    try (RawConnection socket = RawConnection.to(EDGE.port())) {
      socket.send("GET /api/v1/breaks-off HTTP/1.1\r\nHost: localhost\r\n\r\n");

      assertThat(socket.answer()).contains("half of what").doesNotContain("\r\n0\r\n");
    }
  }

  @Test
  void health_and_the_description_of_the_api_need_no_session() {
    assertThat(EDGE.browser().get("/api/v1/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(EDGE.browser().get("/api/v1/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    Answer description = EDGE.browser().get("/openapi.json");
    assertThat(description.status()).isEqualTo(200);
    assertThat(description.json().path("info").path("title").asString())
        .isEqualTo("Content Factory");
    assertThat(description.json().path("components").path("securitySchemes").propertyNames())
        .contains("bearer", "cookie", "csrf");
    assertThat(description.json().path("paths").propertyNames())
        .contains("/api/auth/login", "/api/auth/me");
    assertThat(
            description
                .json()
                .at("/components/schemas/LoginRequest/properties/password/type")
                .asString())
        .isEqualTo("string");
    assertThat(description.json().at("/components/schemas/Problem/properties/code").isObject())
        .isTrue();
    assertThat(description.json().at("/components/schemas/Note/required").toString())
        .contains("text", "number");
    assertThat(description.json().at("/components/schemas/RegisterRequest/required").toString())
        .contains("email", "password")
        .doesNotContain("username");
    assertThat(EDGE.browser().get("/swagger-ui.html").status()).isEqualTo(404);
    assertThat(EDGE.browser().get("/v3/api-docs").body()).doesNotContain("openapi\"");
  }
}
