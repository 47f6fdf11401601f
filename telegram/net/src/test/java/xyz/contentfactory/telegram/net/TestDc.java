package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPrivateKey;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.session.ServerSessions;

/// A data centre of one process for tests: real sockets, the server halves of `mtproto`, answers
/// from a function, and faults on demand.
public final class TestDc implements AutoCloseable {
  public static final Entropy ENTROPY = Entropy.secure();
  public static final RsaPrivateKey KEY = RsaPrivateKey.generate(ENTROPY);
  public static final DcId ID = new DcId(2);

  public final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  public final Queue<Fault> faultsOnConnect = new ConcurrentLinkedQueue<>();
  public final List<byte[]> calls = new CopyOnWriteArrayList<>();
  public final AtomicInteger connections = new AtomicInteger();
  public final AtomicInteger keysMade = new AtomicInteger();
  final Map<Long, Keyed> keys = new ConcurrentHashMap<>();
  private final Map<Long, Keyed> forgotten = new ConcurrentHashMap<>();
  public volatile Duration clockSkew = Duration.ZERO;

  private final Function<byte[], Reply> answers;
  private final ServerSocket server;
  private final List<TestDcConnection> open = new CopyOnWriteArrayList<>();
  private volatile boolean refusing;

  /// One auth key and its sessions; guarded by itself.
  record Keyed(AuthKey key, ServerSessions sessions) {}

  /// Echoes every call.
  public TestDc() {
    this(Reply.Result::new);
  }

  public TestDc(Function<byte[], Reply> answers) {
    this.answers = answers;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    Thread.ofVirtual().name("test-dc").start(this::accept);
  }

  public DcEndpoint endpoint() {
    var address = new DcAddress(ID.number(), "127.0.0.1", server.getLocalPort());
    return new DcEndpoint(ID, List.of(address), List.of(KEY.publicKey()));
  }

  /// While refusing, connections are closed as soon as they are made.
  public void refuse(boolean value) {
    refusing = value;
  }

  public void dropConnections() {
    open.forEach(TestDcConnection::close);
  }

  public void push(byte[] update) {
    open.forEach(connection -> connection.push(update));
  }

  /// The client's keys are not known here any more.
  public void forgetKeys() {
    forgotten.putAll(keys);
    keys.clear();
  }

  /// All keys are known again.
  public void rememberKeys() {
    keys.putAll(forgotten);
  }

  InstantSource clock() {
    return () -> InstantSource.system().instant().plus(clockSkew);
  }

  Reply answer(byte[] call) {
    calls.add(call);
    return answers.apply(call);
  }

  void issue(AuthKey key) {
    keysMade.incrementAndGet();
    keys.put(key.id(), new Keyed(key, new ServerSessions(key, ENTROPY)));
  }

  @Nullable Keyed known(long keyId) {
    return keys.get(keyId);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        take(server.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void take(Socket socket) throws IOException {
    connections.incrementAndGet();
    if (refusing) {
      socket.close();
      return;
    }
    var connection = new TestDcConnection(this, socket);
    open.add(connection);
    Thread.ofVirtual().name("test-dc-connection").start(connection);
  }

  void ended(TestDcConnection connection) {
    open.remove(connection);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    new ArrayList<>(open).forEach(TestDcConnection::close);
  }
}
