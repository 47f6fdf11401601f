package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logins that other people's clients made at the sandbox are taken over by ours, and ours by them.
class ForeignSessionsTest {
  private static final Path FOREIGN = Path.of("../sandbox/src/test/foreign");
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private final SandboxTelegram telegram;

  ForeignSessionsTest(@TempDir Path folder) {
    telegram = new SandboxTelegram(folder);
  }

  @AfterEach
  void stop() {
    telegram.close();
  }

  @Test
  void telethon_and_we_take_over_each_other_s_logins() throws Exception {
    present(run(PYTHON.toString(), "-c", "import telethon").code() == 0, "Telethon");
    bothWays(SessionFormat.TELETHON, PYTHON.toString(), "telethon/session.py");
  }

  @Test
  void gramjs_and_we_take_over_each_other_s_logins() throws Exception {
    present(Files.isDirectory(FOREIGN.resolve("node_modules/telegram")), "GramJS");
    bothWays(SessionFormat.GRAMJS, "node", "gramjs/session.cjs");
  }

  @Test
  void mtcute_and_we_take_over_each_other_s_logins() throws Exception {
    present(Files.isDirectory(FOREIGN.resolve("node_modules/@mtcute/node")), "mtcute");
    bothWays(SessionFormat.MTCUTE, "node", "mtcute/session.mjs");
  }

  private static void present(boolean condition, String what) {
    if (!condition) {
      System.out.println("SKIPPED: sessions of " + what + " were not tried: it is not there");
    }
    assumeTrue(condition, what);
  }

  private void bothWays(SessionFormat format, String program, String script) throws Exception {
    var theirs = said(program, script, "make", "9996610001");
    var stored = takenOver(theirs);

    var ours = ForeignSession.of(stored, telegram.network(), false).write(format);
    assertThat(said(program, script, "use", ours)).isEqualTo("Анна");
  }

  /// Their login goes on as ours, under the same key.
  private StoredLogin takenOver(String theirs) {
    var session = ForeignSession.parse(theirs);
    var owner = new RecordingOwner();
    try (var client =
        AccountClient.open(
            telegram.network(), session.toLogin(0), owner, ScriptedTelegram.quickSettings())) {
      var me = client.self();
      assertThat(me.firstName()).isEqualTo("Анна");
      return session.toLogin(me.id());
    }
  }

  private String said(String program, String script, String act, String what) throws Exception {
    var ended = run(program, script, telegram.address(), act, what);
    assertThat(ended.code()).as(ended.output()).isZero();
    return ended.output().strip().lines().toList().getLast();
  }

  private record Ended(int code, String output) {}

  private static Ended run(String... command) throws IOException, InterruptedException {
    var output = Files.createTempFile("foreign", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(FOREIGN.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      var ended = process.waitFor(2, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      return new Ended(ended ? process.exitValue() : -1, Files.readString(output));
    } catch (IOException missing) {
      return new Ended(-1, String.valueOf(missing.getMessage()));
    } finally {
      Files.delete(output);
    }
  }
}
