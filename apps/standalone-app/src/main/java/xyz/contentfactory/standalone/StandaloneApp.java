package xyz.contentfactory.standalone;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import xyz.contentfactory.kit.secret.KeyringException;
import xyz.contentfactory.standalone.postgres.PostgresFailure;
import xyz.contentfactory.telegram.sandbox.Sandbox;

/// Content Factory in one process: `java -jar standalone-app.jar`, settings from `CF_*` variables.
///
/// What stops the start is one sentence on the error output, never a stack trace; exit code 2 says
/// that the settings or the surroundings have to change, 1 that it is our fault.
public final class StandaloneApp {

  private StandaloneApp() {}

  public static void main(String[] words) {
    if (words.length > 0) {
      refuse(
          "Content Factory takes no words after its name: settings are environment variables, see docs/configuration.md.");
      return;
    }
    Parts parts = new Parts();
    AtomicBoolean ready = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("stop").unstarted(() -> stop(parts, ready.get())));
    try {
      StandaloneSettings settings = Environment.read(System.getenv());
      System.out.println(Standalone.start(settings, parts).readyLine());
      ready.set(true);
    } catch (RuntimeException failure) {
      explain(failure);
    }
  }

  private static void stop(Parts parts, boolean wasReady) {
    if (wasReady) {
      System.out.println("Stopping ...");
    }
    parts.close();
  }

  private static void explain(RuntimeException failure) {
    String sentence = sentence(failure);
    if (sentence != null) {
      refuse(sentence);
      return;
    }
    System.err.println(
        "Content Factory could not start; the reason is in the log file of the data folder.");
    System.exit(1);
  }

  private static void refuse(String sentence) {
    System.err.println(sentence);
    System.exit(StartRefused.EXIT_CODE);
  }

  /// The sentence of the first cause that has one.
  private static @Nullable String sentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused
          || cause instanceof PostgresFailure
          || cause instanceof Sandbox.CannotStart
          || cause instanceof KeyringException) {
        return cause.getMessage();
      }
      if (cause instanceof PortInUseException port) {
        return "Port %d is taken: free it, or set CF_HTTP_PORT to another."
            .formatted(port.getPort());
      }
    }
    return null;
  }
}
