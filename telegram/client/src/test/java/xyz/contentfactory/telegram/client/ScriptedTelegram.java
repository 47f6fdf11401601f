package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import xyz.contentfactory.telegram.net.Backoff;
import xyz.contentfactory.telegram.net.ConnectionSettings;
import xyz.contentfactory.telegram.net.Reply;
import xyz.contentfactory.telegram.net.TestDc;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.TlSchema;
import xyz.contentfactory.telegram.tl.method.InitConnection;
import xyz.contentfactory.telegram.tl.method.InvokeWithLayer;

/// A data centre that answers methods by a script: for what a well-behaved one would not say.
final class ScriptedTelegram implements AutoCloseable {
  static final AppCredentials APP = new AppCredentials(4242, new ApiHash("0123456789abcdef"));

  /// Everything called so far, in order, without the introduction around it.
  final List<TlObject> called = new CopyOnWriteArrayList<>();

  /// As `called`, but only what came with an introduction.
  final List<TlObject> introduced = new CopyOnWriteArrayList<>();

  final TestDc dc = new TestDc(this::answer);
  private final Map<Class<?>, Function<TlObject, Reply>> script = new ConcurrentHashMap<>();

  <M extends TlObject> ScriptedTelegram on(Class<M> method, Function<M, Reply> answer) {
    script.put(method, call -> answer.apply(method.cast(call)));
    return this;
  }

  <M extends TlObject> ScriptedTelegram on(Class<M> method, TlObject answer) {
    return on(method, _ -> result(answer));
  }

  static Reply result(TlObject answer) {
    return new Reply.Result(answer.toBytes());
  }

  static Reply error(int code, String type) {
    return new Reply.Failed(code, type);
  }

  <M> List<M> calls(Class<M> method) {
    return called.stream().filter(method::isInstance).map(method::cast).toList();
  }

  TelegramNetwork network() {
    return TelegramNetwork.of(
            dc.endpoint().addresses(), List.of(TestDc.KEY.publicKey().toPem()), APP)
        .withCallTimeout(Duration.ofSeconds(60));
  }

  TelegramClient open(RecordingOwner owner) {
    return AccountClient.open(network(), owner.latest(), owner, quickSettings());
  }

  static ConnectionSettings quickSettings() {
    return ConnectionSettings.standard(InstantSource.system(), TestDc.ENTROPY)
        .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(20)));
  }

  private Reply answer(byte[] body) {
    var in = new TlReader(body);
    var isIntroduced = in.peekInt() == InvokeWithLayer.ID;
    if (isIntroduced) {
      skipIntroduction(in);
    }
    var query = in.readObject();
    called.add(query);
    if (isIntroduced) {
      introduced.add(query);
    }
    var answer = script.get(query.getClass());
    return answer == null ? error(400, "METHOD_NOT_SCRIPTED") : answer.apply(query);
  }

  /// `invokeWithLayer` and `initConnection` up to the query inside.
  private static void skipIntroduction(TlReader in) {
    var numbers = new int[5];
    Arrays.setAll(numbers, _ -> in.readInt());
    if (!Arrays.equals(
        numbers,
        new int[] {
          InvokeWithLayer.ID, TlSchema.LAYER, InitConnection.ID, 0, APP.apiId(),
        })) {
      throw new IllegalStateException("an introduction of another kind");
    }
    for (var name = 0; name < 6; name++) {
      var _ = in.readString();
    }
  }

  @Override
  public void close() {
    dc.close();
  }
}
