package xyz.contentfactory.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Other people's clients, unmodified, against the sandbox: the counterweight to our own client and
/// our own server sharing code. Each logs in by code, and by code and cloud password with a
/// migration, lists the dialogs, and posts with formatting, twice under the same random_id; then by
/// QR code, and as a bot.
class ForeignClientsTest {

  private static final Path FOREIGN = Path.of("src/test/foreign");
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int MINUTES = 3;

  private final Sandbox sandbox;

  ForeignClientsTest(@TempDir Path folder) {
    sandbox = Sandbox.start(SandboxSettings.local(folder, 0));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void telethon_logs_in_migrates_and_posts_once() throws Exception {
    present(
        run(PYTHON.toString(), "-c", "import telethon").code() == 0,
        "Telethon is not installed (apt-get install python3-telethon)");
    JsonNode seen = story(PYTHON.toString(), "telethon/story.py");
    saw(seen, "Анна", 9, "Emma", 2, 6);
    otherWays(seen, "telethon_bot");
    List<String> heard = new ArrayList<>();
    seen.get("gap").forEach(text -> heard.add(text.stringValue()));
    assertThat(heard).containsExactly("Pushed 1", "Lost 2", "Lost 3", "Pushed 4");
    JsonNode media = seen.get("code").get("media");
    for (String fact : List.of("photo", "grouped", "same")) {
      assertThat(media.get(fact).booleanValue()).as(fact).isTrue();
    }
    assertThat(media.get("name").stringValue()).isEqualTo("numbers.bin");
    JsonNode asChannel = seen.get("code").get("asChannel");
    assertThat(asChannel.get("offered").intValue()).isEqualTo(2);
    assertThat(asChannel.get("from").longValue()).isEqualTo(2100000001L);
    assertThat(asChannel.get("out").booleanValue()).isTrue();
    standsOnce("2100000001", 3, "Telethon", "1440001");
  }

  @Test
  void gramjs_logs_in_migrates_and_posts_once() throws Exception {
    present(Files.isDirectory(FOREIGN.resolve("node_modules/telegram")), NO_MODULES);
    JsonNode seen = story("node", "gramjs/story.cjs");
    saw(seen, "James", 6, "Елена", 3, 5);
    otherWays(seen, "gramjs_bot");
    JsonNode forum = seen.get("code").get("forum");
    assertThat(forum.get("titles").valueStream().map(JsonNode::stringValue))
        .contains("General", "Routes", "Last year");
    assertThat(forum.get("closed").valueStream().map(JsonNode::stringValue))
        .containsExactly("Last year");
    assertThat(forum.get("inTopic").booleanValue()).isTrue();
    assertThat(forum.get("read").intValue()).isEqualTo(1);
    assertThat(forum.get("refused").stringValue()).isEqualTo("TOPIC_CLOSED");
    postedAndChanged(seen.get("code").get("media"));
    standsOnce("2100000006", 2, "GramJS", "1980001");
  }

  @Test
  void mtcute_logs_in_migrates_and_posts_once_and_uses_temporary_keys() throws Exception {
    present(Files.isDirectory(FOREIGN.resolve("node_modules/@mtcute/node")), NO_MODULES);
    JsonNode seen = story("node", "mtcute/story.mjs");
    saw(seen, "Дмитрий", 6, "Oliver", 1, 7);
    assertThat(seen.get("pfs").get("me").stringValue()).isEqualTo("Софья");
    postedAndChanged(seen.get("code").get("media"));
    otherWays(seen, "mtcute_bot");
    standsOnce("2100000003", 1, "mtcute", "2270001");
  }

  private static final String NO_MODULES =
      "the npm modules are not there (npm ci --ignore-scripts in src/test/foreign)";

  private static void present(boolean condition, String whyNot) {
    if (!condition) {
      System.out.println("SKIPPED: a foreign client was not run: " + whyNot);
    }
    assumeTrue(condition, whyNot);
  }

  private static void saw(
      JsonNode seen, String byCode, int dialogs, String byPassword, int dc, int theirDialogs) {
    JsonNode code = seen.get("code");
    assertThat(code.get("me").stringValue()).isEqualTo(byCode);
    assertThat(code.get("dialogs").intValue()).isEqualTo(dialogs);
    assertThat(code.get("sent").get(0)).isEqualTo(code.get("sent").get(1));
    assertThat(code.get("service").booleanValue()).isTrue();
    JsonNode password = seen.get("password");
    assertThat(password.get("me").stringValue()).isEqualTo(byPassword);
    assertThat(password.get("dc").intValue()).isEqualTo(dc);
    assertThat(password.get("dialogs").intValue()).isEqualTo(theirDialogs);
  }

  /// By QR code with a move and a cloud password; and as a bot, with a move.
  private static void otherWays(JsonNode seen, String bot) {
    assertThat(seen.get("qr").get("me").stringValue()).isEqualTo("Елена");
    assertThat(seen.get("qr").get("dc").intValue()).isEqualTo(3);
    assertThat(seen.get("bot").get("me").stringValue()).isEqualTo(bot);
    assertThat(seen.get("bot").get("bot").booleanValue()).isTrue();
    assertThat(seen.get("bot").get("dc").intValue()).isEqualTo(3);
  }

  /// A photo, an album and a file there and back; then a caption changed, a post pinned, the others
  /// deleted.
  private static void postedAndChanged(JsonNode media) {
    for (String fact : List.of("photo", "grouped", "same", "pinned", "gone")) {
      assertThat(media.get(fact).booleanValue()).as(fact).isTrue();
    }
    assertThat(media.get("name").stringValue()).isEqualTo("numbers.bin");
    assertThat(media.get("caption").stringValue()).isEqualTo("another caption");
  }

  private void standsOnce(String channel, int after, String who, String randomId) {
    JsonNode posts =
        Http.get(
                sandbox.address(),
                "/api/sandbox/channels/%s/posts?after=%d".formatted(channel, after))
            .json()
            .get("posts");
    assertThat(posts).hasSize(1);
    JsonNode post = posts.get(0);
    assertThat(post.get("randomId").stringValue()).isEqualTo(randomId);
    String text = post.get("text").stringValue();
    assertThat(text).isEqualTo(who + " was here: bold, italic, code, hidden, link");
    List<String> formatted = new ArrayList<>();
    for (JsonNode entity : post.get("entities")) {
      int offset = entity.get("offset").intValue();
      int end = offset + entity.get("length").intValue();
      formatted.add(entity.get("type").stringValue() + "=" + text.substring(offset, end));
    }
    assertThat(formatted)
        .containsExactly(
            "bold=bold", "italic=italic", "code=code", "spoiler=hidden", "text_link=link");
  }

  private JsonNode story(String program, String script) throws Exception {
    Ended ended = run(program, script, sandbox.address().toString());
    assertThat(ended.code()).as(ended.output()).isZero();
    String last = ended.output().strip().lines().toList().getLast();
    return JsonMapper.builder().build().readTree(last);
  }

  private record Ended(int code, String output) {}

  private static Ended run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("foreign", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(FOREIGN.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      return new Ended(ended ? process.exitValue() : -1, Files.readString(output));
    } catch (IOException e) {
      return new Ended(-1, String.valueOf(e.getMessage()));
    } finally {
      Files.delete(output);
    }
  }
}
