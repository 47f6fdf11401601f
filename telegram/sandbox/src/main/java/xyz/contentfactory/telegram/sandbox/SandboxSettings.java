package xyz.contentfactory.telegram.sandbox;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import xyz.contentfactory.telegram.sandbox.world.World;

/// How a sandbox is set up.
///
/// @param folder where the world is kept; made when absent
/// @param bind the address all ports listen on
/// @param httpPort of the description and the phone page; the data centres take the three ports
///   after it. 0 lets the system choose all of them
/// @param clock the server's time, also behind login codes that expire and flood waits that end
/// @param filesBytes how much of the disk the contents of files may take; the oldest make room
public record SandboxSettings(
    Path folder, InetAddress bind, int httpPort, InstantSource clock, long filesBytes) {

  private static final int MOST_PORT = 65_535 - 3;
  private static final long LEAST_FILES_BYTES = 1 << 20;

  public SandboxSettings {
    if (httpPort < 0 || httpPort > MOST_PORT) {
      throw new IllegalArgumentException(
          "the sandbox's HTTP port is between 0 and %d, not %d".formatted(MOST_PORT, httpPort));
    }
    if (filesBytes < LEAST_FILES_BYTES) {
      throw new IllegalArgumentException(
          "the sandbox needs at least %d bytes for files".formatted(LEAST_FILES_BYTES));
    }
  }

  public SandboxSettings(Path folder, InetAddress bind, int httpPort, InstantSource clock) {
    this(folder, bind, httpPort, clock, World.USUAL_FILES_BYTES);
  }

  /// On loopback, with the system's clock.
  public static SandboxSettings local(Path folder, int httpPort) {
    return new SandboxSettings(
        folder, InetAddress.getLoopbackAddress(), httpPort, InstantSource.system());
  }
}
