package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.permission.Permission;
import xyz.contentfactory.gateway.permission.Permissions;

/// Every endpoint, asked by everybody: who is let in, who is refused and how, over HTTP and with
/// real tokens. The table is `endpoints.csv`; an endpoint without a line there fails the build.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTest {
  @TempDir static Path temporary;

  private final Parts parts = new Parts();
  private Standalone running;
  private AllInOneClient api;
  private TestCallers callers;
  private OwnedThings things;
  private JsonNode document;

  @BeforeAll
  void start() {
    running =
        Standalone.start(
            Environment.read(
                Map.of(
                    "CF_DATA_DIR", temporary.resolve("data").toString(),
                    "CF_HTTP_PORT", "0",
                    "CF_SANDBOX_HTTP_PORT", "0",
                    "CF_MAIL_PORT", "0",
                    "CF_CAPTCHA_DIFFICULTY", "0",
                    "CF_TRUSTED_PROXIES", AllInOneClient.PROXY)),
            parts);
    api = new AllInOneClient(running.httpPort());
    callers = new TestCallers(api, running);
    things = new OwnedThings(api, callers);
    document = Objects.requireNonNull(api.send("GET", "/openapi.json", null, null).ok().body());
  }

  @AfterAll
  void stop() {
    parts.close();
  }

  @Test
  void what_is_served_has_a_line_in_the_permission_table_and_one_in_endpoints_csv() {
    Set<String> permitted =
        running.bean(Permissions.class).rows().stream()
            .map(Permission::endpoint)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(served("/api/")).as("served, and in permissions.csv").isEqualTo(permitted);
    assertThat(EndpointRow.all().stream().map(EndpointRow::endpoint))
        .as("endpoints.csv, as CONTRIBUTING says under \"A new endpoint\"")
        .containsExactlyInAnyOrderElementsOf(permitted);
  }

  @Test
  void beside_the_api_only_these_addresses_have_a_controller() {
    Set<String> others = served("/");
    others.removeAll(served("/api/"));

    assertThat(others)
        .containsExactly(
            " /error", "GET /.well-known/jwks.json", "GET /openapi.json", "GET /openapi.json.yaml");
  }

  @TestFactory
  Stream<DynamicTest> everybody_asks() {
    return EndpointRow.all().stream()
        .map(row -> DynamicTest.dynamicTest(row.endpoint(), () -> everybodyAsks(row)));
  }

  private void everybodyAsks(EndpointRow row) {
    String address = things.addressOf(row);
    String body = row.isChange() ? things.bodyOf(row) : null;
    List<String> answered = new ArrayList<>();
    List<String> undocumented = new ArrayList<>();
    for (TestCaller caller : TestCaller.values()) {
      AllInOneClient.Answer answer = api.send(row.method(), address, callers.token(caller), body);
      answered.add(caller + " " + answer.status());
      if (!isDocumented(row, answer)) {
        undocumented.add(caller + " " + answer.status() + " " + answer.code());
      }
    }

    assertThat(answered)
        .as("what endpoints.csv says of " + row.endpoint())
        .isEqualTo(expected(row));
    assertThat(undocumented).as("answers that are not in /openapi.json").isEmpty();
  }

  private static List<String> expected(EndpointRow row) {
    return row.expected().entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .toList();
  }

  /// Whether the API document has the status for this operation, and for a problem also the code.
  private boolean isDocumented(EndpointRow row, AllInOneClient.Answer answer) {
    JsonNode operation =
        document
            .path("paths")
            .path(row.path())
            .path(row.method().toLowerCase(java.util.Locale.ROOT));
    JsonNode response = operation.path("responses").path(Integer.toString(answer.status()));
    if (response.has("$ref")) {
      response = document.at(response.get("$ref").asString().substring(1));
    }
    if (answer.code().isEmpty()) {
      return !response.isMissingNode();
    }
    JsonNode codes =
        response.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum");
    for (JsonNode code : codes) {
      if (code.asString().equals(answer.code())) {
        return true;
      }
    }
    return false;
  }

  private Set<String> served(String prefix) {
    return running
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(EveryEndpointTest::endpoints)
        .filter(endpoint -> endpoint.substring(endpoint.indexOf(' ') + 1).startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> endpoints(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(path ->
            methods.isEmpty()
                ? Stream.of(" " + path)
                : methods.stream().map(RequestMethod::name).map(method -> method + " " + path));
  }
}
