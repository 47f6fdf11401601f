package xyz.contentfactory.telegram.sandbox.dc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.api.Call;
import xyz.contentfactory.telegram.sandbox.api.Call.DcAddress;
import xyz.contentfactory.telegram.sandbox.api.Methods;
import xyz.contentfactory.telegram.sandbox.schema.Codec;
import xyz.contentfactory.telegram.sandbox.schema.Codec.Request;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.schema.TlFault;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Fault;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.Rules.SecondConnection;
import xyz.contentfactory.telegram.sandbox.world.World;
import xyz.contentfactory.telegram.sandbox.world.WorldStore;

/// From the bytes of a request to the bytes of its answer, with everything it changes committed in
/// between. Safe for many threads: the world lets one in at a time.
final class Calls {

  private static final Logger LOG = System.getLogger(Calls.class.getName());

  /// The one method that may come before a client has named its layer.
  private static final String BEFORE_LAYER = "auth.bindTempAuthKey";

  /// How exactly is written down when a key was last heard.
  private static final int HEARD_EVERY_SECONDS = 60;

  private final World world;
  private final Codec codec;
  private final Methods methods = new Methods();
  private final List<DcAddress> addresses;

  Calls(World world, Codec codec, List<DcAddress> addresses) {
    this.world = world;
    this.codec = codec;
    this.addresses = addresses;
  }

  /// What came of a call.
  ///
  /// @param personId who is logged in on the key after the call
  /// @param outcomes what others must be told
  record Done(
      Reply reply,
      @Nullable Long personId,
      int layer,
      boolean wantsUpdates,
      List<Outcome> outcomes) {}

  /// Runs a call.
  ///
  /// @param inTwoPlaces whether the key has another main connection just now; asked only when this
  ///   is one, too
  Done run(int dc, long keyId, byte[] body, Predicate<SecondConnection> inTwoPlaces) {
    Optional<KnownKey> key = world.look(() -> world.keys().find(dc, keyId, world.now()));
    return key.map(k -> run(dc, k, body, inTwoPlaces))
        .orElseGet(() ->
            new Done(new Reply.Refused(401, "AUTH_KEY_UNREGISTERED"), null, 0, false, List.of()));
  }

  private Done run(int dc, KnownKey key, byte[] body, Predicate<SecondConnection> inTwoPlaces) {
    Request request;
    try {
      request = codec.request(body, key.layer() == 0 ? LayeredSchema.NEWEST : key.layer());
      checkLayer(request, key);
    } catch (Codec.UnknownMethod e) {
      String type = "INPUT_METHOD_INVALID_%d_0".formatted(Integer.toUnsignedLong(e.id()));
      return refused(dc, key, new Refusal(400, type));
    } catch (TlFault e) {
      return refused(dc, key, Refusal.bad("INPUT_FETCH_ERROR"));
    } catch (Refusal e) {
      return refused(dc, key, e);
    }
    return isDead(key) || isDoubled(key, request, inTwoPlaces)
        ? refused(dc, key, new Refusal(406, "AUTH_KEY_DUPLICATED"))
        : run(dc, key, request);
  }

  private boolean isDead(KnownKey key) {
    return world.look(() -> world.keys().bearer(key).isDead());
  }

  /// Kills the key when it is used from two places.
  private boolean isDoubled(
      KnownKey key, Request request, Predicate<SecondConnection> inTwoPlaces) {
    if (request.wrappedIn("invokeWithoutUpdates")
        || world.look(() -> world.keys().bearer(key).personId()) == null
        || !inTwoPlaces.test(world.look(() -> world.rules().secondConnection()))) {
      return false;
    }
    return world.look(() -> {
      world.keys().kill(key);
      return true;
    });
  }

  private static void checkLayer(Request request, KnownKey key) {
    if (!LayeredSchema.knows(request.layer())) {
      throw Refusal.bad("CONNECTION_LAYER_INVALID");
    }
    if (key.layer() == 0
        && !request.wrappedIn("invokeWithLayer")
        && !request.query().is(BEFORE_LAYER)) {
      throw Refusal.bad("CONNECTION_NOT_INITED");
    }
  }

  private Done run(int dc, KnownKey key, Request request) {
    Heard heard = new Heard();
    Reply reply;
    try {
      reply = world.change(heard::now, () -> execute(dc, key, request));
    } catch (Refusal e) {
      reply = new Reply.Refused(e.code(), e.type());
    } catch (WorldStore.Closed e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a bug of the sandbox in " + request.query().name(), e);
      reply = new Reply.Refused(400, "SANDBOX_FAULT");
    }
    boolean updates = !request.wrappedIn("invokeWithoutUpdates");
    return new Done(reply, personOn(dc, key), request.layer(), updates, heard.outcomes);
  }

  private static final class Heard {
    private List<Outcome> outcomes = List.of();

    void now(List<Outcome> happened) {
      outcomes = List.copyOf(happened);
    }
  }

  private Reply execute(int dc, KnownKey known, Request request) {
    KnownKey key = remembered(dc, known, request);
    Call call = new Call(world, addresses, dc, key, request.layer(), request.query());
    Optional<Fault> fault =
        world.faults().strike(Methods.number(call).orElse(null), request.query().name());
    return switch (fault.map(Fault::kind).orElse(null)) {
      case null -> executed(call, Reply.Fate.SENT);
      case FLOOD_WAIT -> throw Refusal.flood(fault.orElseThrow().seconds());
      case RPC_ERROR -> error(fault.orElseThrow());
      case STALL -> new Reply.Silence();
      case CLOSE -> new Reply.Close();
      case DROP_ANSWER -> executed(call, Reply.Fate.LOST);
      case EXECUTE_AND_CLOSE -> executed(call, Reply.Fate.CUT);
      case DROP_UPDATE, SWAP_UPDATES, REPEAT_UPDATE ->
          throw new IllegalStateException("a fault of updates never hits a call");
    };
  }

  private static Reply error(Fault fault) {
    return new Reply.Refused(
        fault.errorCode(), fault.errorType() == null ? "SANDBOX_FAULT" : fault.errorType());
  }

  private Reply executed(Call call, Reply.Fate fate) {
    Object answer = methods.answer(call);
    return new Reply.Result(codec.answer(call.query(), answer, call.layer()), fate);
  }

  /// Keeps what the client said of itself with its key.
  private KnownKey remembered(int dc, KnownKey known, Request request) {
    KnownKey key = world.keys().find(dc, known.id(), world.now()).orElse(known);
    String device =
        request.wrappers().stream()
            .filter(w -> w.is("initConnection"))
            .findFirst()
            .map(Calls::device)
            .orElse(key.device());
    boolean named = request.wrappedIn("invokeWithLayer");
    int now = world.now();
    boolean quiet = now - key.lastHeardSeconds() >= HEARD_EVERY_SECONDS && key.personId() != null;
    if (quiet) {
      key = key.heard(now);
      world.keys().keep(key);
    }
    if ((named && key.layer() != request.layer()) || !device.equals(key.device())) {
      KnownKey speaking = key.speaking(named ? request.layer() : key.layer(), device);
      world.keys().keep(speaking);
      return speaking;
    }
    return key;
  }

  private static String device(TlValue init) {
    String text = init.text("device_model") + ", " + init.text("app_version");
    return text.substring(0, Math.min(text.length(), 120));
  }

  private @Nullable Long personOn(int dc, KnownKey key) {
    return world.look(() ->
        world
            .keys()
            .find(dc, key.id(), world.now())
            .map(k -> world.keys().bearer(k).personId())
            .orElse(null));
  }

  private Done refused(int dc, KnownKey key, Refusal refusal) {
    Reply reply = new Reply.Refused(refusal.code(), refusal.type());
    return new Done(reply, personOn(dc, key), key.layer(), false, List.of());
  }
}
