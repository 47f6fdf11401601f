package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.TestPostgres;

class JournalFlowTest {
  private static final UUID ACCOUNT = UUID.randomUUID();
  private static final UUID DELIVERY = UUID.randomUUID();

  private static SandboxWorld sandbox;
  private static TestNode node;
  private Api api;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    node =
        TestNode.start(
            TestPostgres.freshDatabase(),
            sandbox.address(),
            Files.createTempDirectory("journal").resolve("keyring"));
  }

  @AfterAll
  static void stop() {
    node.close();
    sandbox.close();
  }

  @BeforeEach
  void aNewMember() {
    api = Api.newMember(node);
  }

  private static void write(Act act) {
    node.bean(Journal.class).write(act);
  }

  private Act act(LogKind kind) {
    return Act.ok(api.member(), ACCOUNT, kind);
  }

  private List<String> kinds(String path) {
    List<String> kinds = new ArrayList<>();
    api.get(path).ok().body().get("items").forEach(item -> kinds.add(item.get("kind").asString()));
    return kinds;
  }

  private void writeOneOfEach() {
    write(act(LogKind.DELIVERY_PLANNED).partOf(DELIVERY).withPeer("Утренний бриф"));
    write(
        act(LogKind.DELIVERY_ATTEMPT)
            .partOf(DELIVERY)
            .withAttempt(1)
            .withPeer("Утренний бриф")
            .failing(LogResult.FAILED, "flood-wait", "FLOOD_WAIT_42"));
    write(
        act(LogKind.DELIVERY_REFUSED)
            .withPeer("Тихая гавань")
            .failing(LogResult.REFUSED, "post-not-allowed", "CHAT_WRITE_FORBIDDEN"));
    write(Act.ok(api.member(), null, LogKind.SIGN_IN).took(Duration.ofMillis(17)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          telegramType=FLOOD_WAIT_X                     | DELIVERY_ATTEMPT
          telegramType=FLOOD_WAIT_42                    | DELIVERY_ATTEMPT
          telegramType=CHAT_WRITE_FORBIDDEN             | DELIVERY_REFUSED
          code=flood-wait                               | DELIVERY_ATTEMPT
          peer=%D1%82%D0%B8%D1%85                       | DELIVERY_REFUSED
          kind=SIGN_IN&kind=DELIVERY_REFUSED            | SIGN_IN,DELIVERY_REFUSED
          result=REFUSED&result=FAILED                  | DELIVERY_REFUSED,DELIVERY_ATTEMPT
          result=OK                                     | SIGN_IN,DELIVERY_PLANNED
          from=1970-01-01T00:00:00Z                     | SIGN_IN,DELIVERY_REFUSED,DELIVERY_ATTEMPT,DELIVERY_PLANNED
          code=nonsense                                 |
          peer=100%25                                   |
          """)
  void each_filter_shows_what_it_says(String query, String expected) {
    writeOneOfEach();

    assertThat(String.join(",", kinds("/logs?" + query)))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void all_acts_of_a_delivery_are_found_by_its_id_and_an_act_alone_by_its_own() {
    writeOneOfEach();

    assertThat(kinds("/logs?traceId=" + DELIVERY))
        .containsExactly("DELIVERY_ATTEMPT", "DELIVERY_PLANNED");
    JsonNode alone = api.get("/logs?kind=SIGN_IN").body().at("/items/0");
    assertThat(alone.get("traceId")).isEqualTo(alone.get("id"));
    assertThat(alone.get("durationMillis").asInt()).isEqualTo(17);
    assertThat(api.get("/logs?kind=DELIVERY_ATTEMPT").body().at("/items/0/attempt").asInt())
        .isEqualTo(1);
  }

  @Test
  void pages_follow_each_other_without_a_gap_or_a_line_twice() {
    for (int i = 0; i < 7; i++) {
      write(act(LogKind.DELIVERY_PLANNED).withDetail("number " + i));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = api.get("/logs?limit=3" + cursor).ok().body();
      page.get("items").forEach(item -> seen.add(item.get("detail").asString()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
    } while (!cursor.isEmpty());

    assertThat(seen)
        .containsExactly(
            "number 6", "number 5", "number 4", "number 3", "number 2", "number 1", "number 0");
  }

  @Test
  void a_member_never_sees_anothers_lines_and_an_admin_may_ask_for_one_members() {
    writeOneOfEach();
    Api other = Api.newMember(node);

    assertThat(other.get("/logs?memberId=" + api.member()).body().get("items")).isEmpty();
    assertThat(other.get("/logs?scope=all&memberId=" + api.member()).status()).isEqualTo(403);
    assertThat(csv(other, "/logs.csv?traceId=" + DELIVERY).body()).doesNotContain("DELIVERY");
    assertThat(
            other.as("admin").get("/logs?scope=all&memberId=" + api.member()).body().get("items"))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/logs?traceId=x",
        "/logs?memberId=x",
        "/logs?scope=some",
        "/logs?result=GOOD",
        "/logs?cursor=1",
        "/logs?cursor=zzzzzzzzzzzz-1",
        "/logs?from=-1000000000-01-01T00:00:00Z",
        "/logs?to=%2B1000000000-12-31T00:00:00Z",
        "/logs.csv?kind=NONSENSE",
        "/stats/errors?from=2020-01-01T00:00:00Z",
        "/stats/errors?bucket=YEAR",
        "/stats/errors?timeZone=Mars",
        "/stats/errors?accountId=x"
      })
  void what_is_not_a_filter_is_named(String path) {
    Api.Answer refused = api.get(path);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("invalid-input");
    assertThat(refused.body().at("/errors/0/field").asString()).isNotEmpty();
  }

  private static HttpResponse<String> csv(Api who, String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              who.request(path).GET().build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void the_whole_journal_comes_as_csv_that_a_spreadsheet_opens_safely() {
    int lines = 1203;
    for (int i = 0; i < lines; i++) {
      write(
          act(LogKind.DELIVERY_PLANNED).withPeer("=HYPERLINK(\"evil\")").withDetail("number " + i));
    }
    HttpResponse<String> answer = csv(api, "/logs.csv?kind=DELIVERY_PLANNED");
    List<String> rows = List.of(answer.body().split("\r\n"));

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("journal.csv");
    assertThat(rows).hasSize(lines + 1);
    assertThat(rows.getFirst()).startsWith("\uFEFFat,member_id,").endsWith(",attempt,trace_id");
    assertThat(rows.get(1)).contains(",\"'=HYPERLINK(\"\"evil\"\")\",OK,", "number " + (lines - 1));
    assertThat(rows.getLast()).contains("number 0,");
  }

  @Test
  void errors_are_counted_by_type_account_and_hour() {
    writeOneOfEach();
    write(act(LogKind.DELIVERY_ATTEMPT).failing(LogResult.FAILED, "flood-wait", "FLOOD_WAIT_7"));
    write(
        Act.ok(api.member(), null, LogKind.SIGN_IN)
            .failing(LogResult.REFUSED, "login-code-invalid", "PHONE_CODE_INVALID"));

    JsonNode errors = api.get("/stats/errors").ok().body();
    int last = errors.get("buckets").size() - 1;

    assertThat(errors.at("/counts/" + last).asInt()).isEqualTo(4);
    assertThat(errors.at("/types/0/telegramType").asString()).isEqualTo("FLOOD_WAIT_X");
    assertThat(errors.at("/types/0/code").asString()).isEqualTo("flood-wait");
    assertThat(errors.at("/types/0/total").asInt()).isEqualTo(2);
    assertThat(errors.get("types")).hasSize(3);
    assertThat(errors.get("accounts")).hasSize(1);
    assertThat(errors.at("/accounts/0/accountId").asString()).isEqualTo(ACCOUNT.toString());
    assertThat(errors.at("/accounts/0/total").asInt()).isEqualTo(3);
    assertThat(Instant.parse(errors.get("to").asString())).isAfter(Instant.now());
    assertThat(api.get("/stats/errors?accountId=" + UUID.randomUUID()).body().get("types"))
        .isEmpty();
  }

  @Test
  void errors_of_all_are_for_admins() {
    writeOneOfEach();

    assertThat(api.get("/stats/errors?scope=all").status()).isEqualTo(403);
    JsonNode all = api.as("admin").get("/stats/errors?scope=all&accountId=" + ACCOUNT).ok().body();
    assertThat(all.at("/accounts/0/total").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(api.as("viewer").get("/stats/errors?bucket=DAY&timeZone=Asia/Kathmandu").status())
        .isEqualTo(200);
  }
}
