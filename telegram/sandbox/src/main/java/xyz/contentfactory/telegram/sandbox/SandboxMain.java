package xyz.contentfactory.telegram.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

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
          "The sandbox takes no arguments, only CF_DATA_DIR, CF_SANDBOX_HTTP_PORT and CF_BIND");
    }
    Path data = Path.of(environment.getOrDefault("CF_DATA_DIR", "data"));
    String port = environment.getOrDefault("CF_SANDBOX_HTTP_PORT", String.valueOf(DEFAULT_PORT));
    String bind = environment.getOrDefault("CF_BIND", "127.0.0.1");
    try {
      return new SandboxSettings(
          data.resolve("sandbox"),
          InetAddress.getByName(bind),
          Integer.parseInt(port),
          InstantSource.system());
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(
          "CF_SANDBOX_HTTP_PORT must be a number, not \"%s\"".formatted(port));
    } catch (UnknownHostException _) {
      throw new IllegalArgumentException(
          "CF_BIND must be an address of this machine, not \"%s\"".formatted(bind));
    }
  }
}
