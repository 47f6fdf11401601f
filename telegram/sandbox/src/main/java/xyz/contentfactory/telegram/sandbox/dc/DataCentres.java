package xyz.contentfactory.telegram.sandbox.dc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.api.Call.DcAddress;
import xyz.contentfactory.telegram.sandbox.schema.Codec;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The three data centres of the sandbox, each on a port of its own, all over one world.
public final class DataCentres implements AutoCloseable {

  public static final int COUNT = 3;

  private final List<DataCentre> all;
  private final List<DcAddress> addresses;
  private final Floor floor;

  private DataCentres(List<DataCentre> all, List<DcAddress> addresses, Floor floor) {
    this.all = all;
    this.addresses = addresses;
    this.floor = floor;
  }

  /// Opens the ports.
  ///
  /// @param firstPort of data centre 1, the others follow; 0 lets the system choose all of them
  public static DataCentres open(
      World world,
      Codec codec,
      Entropy entropy,
      InetAddress bind,
      int firstPort,
      Consumer<List<Outcome>> listener) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < COUNT; i++) {
        sockets.add(listen(bind, firstPort == 0 ? 0 : firstPort + i));
      }
    } catch (PortTaken e) {
      sockets.forEach(DataCentres::closeQuietly);
      throw e;
    }
    List<DcAddress> addresses =
        IntStream.range(0, COUNT)
            .mapToObj(i -> new DcAddress(i + 1, host(bind), sockets.get(i).getLocalPort()))
            .toList();
    Floor floor =
        new Floor(
            world,
            entropy,
            new Calls(world, codec, addresses),
            new LiveKeys(world, codec, entropy),
            listener);
    List<DataCentre> all =
        IntStream.range(0, COUNT)
            .mapToObj(i -> new DataCentre(i + 1, sockets.get(i), floor))
            .toList();
    all.forEach(DataCentre::open);
    return new DataCentres(all, addresses, floor);
  }

  /// A socket that listens everywhere is reached on loopback, as far as we can know.
  private static String host(InetAddress bind) {
    return bind.isAnyLocalAddress() ? "127.0.0.1" : bind.getHostAddress();
  }

  private static ServerSocket listen(InetAddress bind, int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(bind, port), 128);
      return socket;
    } catch (IOException e) {
      throw new PortTaken(port, e);
    }
  }

  private static void closeQuietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It was never used.
    }
  }

  public List<DcAddress> addresses() {
    return addresses;
  }

  /// Tells connected clients of what happened outside a call, such as on the phone page.
  public void tell(List<Outcome> outcomes) {
    floor.told(outcomes, null, null);
  }

  @Override
  public void close() {
    all.forEach(DataCentre::close);
  }

  /// Somebody else listens there.
  public static final class PortTaken extends RuntimeException {
    public PortTaken(int port, IOException cause) {
      super("Port %d is taken: %s".formatted(port, cause.getMessage()), cause);
    }
  }
}
