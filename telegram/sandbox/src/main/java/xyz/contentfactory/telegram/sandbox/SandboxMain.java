package xyz.contentfactory.telegram.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Runs a sandbox alone until it is stopped.
public final class SandboxMain {

  private static final int DEFAULT_PORT = 8090;

  private SandboxMain() {}

  public static void main(String[] args) throws InterruptedException {
    Sandbox sandbox;
    try {
      sandbox = Sandbox.start(settings(args, System.getenv()));
    } catch (Sandbox.CannotStart | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
    System.out.println("The sandbox is at " + sandbox.address());
    new CountDownLatch(1).await();
  }

  static SandboxSettings settings(String[] args, Map<String, String> environment) {
    if (args.length > 0) {
      throw new IllegalArgumentException(
          "The sandbox takes no arguments, only CF_DATA_DIR, CF_SANDBOX_HTTP_PORT,"
              + " CF_SANDBOX_FILES_MB and CF_BIND");
    }
    Path data = Path.of(environment.getOrDefault("CF_DATA_DIR", "data"));
    String bind = environment.getOrDefault("CF_BIND", "127.0.0.1");
    try {
      return new SandboxSettings(
          data.resolve("sandbox"),
          InetAddress.getByName(bind),
          (int) number(environment, "CF_SANDBOX_HTTP_PORT", DEFAULT_PORT),
          InstantSource.system(),
          number(environment, "CF_SANDBOX_FILES_MB", World.USUAL_FILES_BYTES >> 20) << 20);
    } catch (UnknownHostException _) {
      throw new IllegalArgumentException(
          "CF_BIND must be an address of this machine, not \"%s\"".formatted(bind));
    }
  }

  private static long number(Map<String, String> environment, String name, long otherwise) {
    String text = environment.getOrDefault(name, String.valueOf(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("%s must be a number, not \"%s\"".formatted(name, text));
    }
  }
}
