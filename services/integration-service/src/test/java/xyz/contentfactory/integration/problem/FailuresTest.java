package xyz.contentfactory.integration.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xyz.contentfactory.telegram.client.LoginRefused;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;

class FailuresTest {
  private static Failure of(int code, String type) {
    return Failures.of(new RpcException("some.method", RpcError.of(code, type)));
  }

  @ParameterizedTest
  @EnumSource(LoginRefused.Reason.class)
  void every_reason_of_the_login_has_its_own_line(LoginRefused.Reason reason) {
    assertThat(Refusals.of(reason.name()).type()).isEqualTo(reason.name());
  }

  @ParameterizedTest
  @CsvSource({
    "400, PHONE_CODE_INVALID, login-code-invalid",
    "400, PHONE_CODE_HASH_EMPTY, login-code-expired",
    "403, CHAT_WRITE_FORBIDDEN, post-not-allowed",
    "403, CHAT_SEND_PLAIN_FORBIDDEN, post-not-allowed",
    "400, CHANNEL_PRIVATE, post-not-allowed",
    "400, MESSAGE_TOO_LONG, text-too-long",
    "400, SOMETHING_NOBODY_HEARD_OF, telegram-refused",
    "401, SESSION_REVOKED, account-logged-out",
    "406, AUTH_KEY_DUPLICATED, account-logged-out",
    "500, RPC_CALL_FAIL, telegram-fault",
    "420, SLOWMODE_WAIT_9, flood-wait"
  })
  void telegram_s_errors_become_our_codes(int code, String type, String ours) {
    Failure failure = of(code, type);
    assertThat(failure.code().code()).isEqualTo(ours);
    assertThat(failure.telegramType()).isEqualTo(type);
    assertThat(failure.detail()).endsWith(".");
  }

  /// Which methods those are stands in the imports of the client library; what each may answer is
  /// Telegram's own list.
  @Test
  void every_refusal_of_every_method_that_we_call_has_words_of_its_own() throws IOException {
    Set<String> called = calledMethods();
    List<String> wordless = new ArrayList<>();
    List<String> lines = Files.readAllLines(Path.of("../../telegram/tl/src/main/tl/errors.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      boolean ours = List.of(cells[2].split(" ")).stream().anyMatch(called::contains);
      if (ours && isRefusal(cells[0], cells[1]) && Refusals.of(cells[1]).type().equals("*")) {
        wordless.add(cells[1]);
      }
    }
    assertThat(called).contains("messages.sendMessage", "auth.signIn");
    assertThat(wordless).isEmpty();
  }

  private static boolean isRefusal(String code, String type) {
    return RpcError.of(Integer.parseInt(code), type.replace("{n}", "7"))
        instanceof RpcError.Refused;
  }

  private static Set<String> calledMethods() throws IOException {
    Pattern imported =
        Pattern.compile(
            "import xyz\\.contentfactory\\.telegram\\.tl\\.method\\.(\\w+)\\.(\\w)(\\w+);");
    Set<String> called = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("../../telegram/client/src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher method = imported.matcher(Files.readString(source));
        while (method.find()) {
          called.add(
              method.group(1) + "." + method.group(2).toLowerCase(Locale.ROOT) + method.group(3));
        }
      }
    }
    return called;
  }

  @Test
  void a_flood_wait_says_how_long() {
    assertThat(of(420, "FLOOD_WAIT_42").delay()).isEqualTo(Duration.ofSeconds(42));
  }

  @Test
  void a_lost_connection_is_no_refusal() {
    Failure failure = Failures.of(new ConnectionLost(CallState.SENT));
    assertThat(failure.code().code()).isEqualTo("temporarily-unavailable");
    assertThat(failure.isRefusal()).isFalse();
  }

  @Test
  void every_line_of_the_table_says_what_it_means_and_what_to_do() {
    assertThat(Refusals.rows())
        .hasSizeGreaterThan(30)
        .allSatisfy(row -> {
          assertThat(row.sentence()).endsWith(".");
          assertThat(row.remedy()).endsWith(".");
        });
    assertThat(Refusals.rows().getLast().type()).isEqualTo("*");
  }
}
