package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import xyz.contentfactory.gateway.Browser.Answer;

/// People of a test: the first one who is registered is its admin.
record Admin(EdgeUnderTest edge) {
  static final String PASSWORD = "correct horse battery";
  private static final String ADMIN = "the-admin@example.com";

  /// Limits that no test of people may meet.
  static final String[] WITHOUT_LIMITS = {
    "--api-gateway.limits.register-per-address=1000/1m",
    "--api-gateway.limits.login-per-address=1000/1m"
  };

  static Admin of(EdgeUnderTest edge) {
    assertThat(register(edge, ADMIN).json().path("role").asString()).isEqualTo("admin");
    return new Admin(edge);
  }

  private static Answer register(EdgeUnderTest edge, String email) {
    Answer answer = edge.browser().post("/api/auth/register", credentials(email));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  static String credentials(String email) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
  }

  /// A new member, with the role that everybody gets: user.
  Someone somebody(String name) {
    String email = name + "@example.com";
    String id = register(edge, email).json().path("id").asString();
    return new Someone(UUID.fromString(id), email);
  }

  /// A member of a test.
  record Someone(UUID id, String email) {
    String path() {
      return "/api/v1/people/" + id;
    }

    Browser signedIn(EdgeUnderTest node) {
      Browser cabinet = node.browser().asCabinet();
      Answer answer = cabinet.post("/api/auth/login", credentials(email));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      return cabinet;
    }
  }

  Someone self() {
    String id = signedIn().get("/api/auth/me").json().path("id").asString();
    return new Someone(UUID.fromString(id), ADMIN);
  }

  Browser signedIn() {
    return new Someone(new UUID(0, 0), ADMIN).signedIn(edge);
  }
}
