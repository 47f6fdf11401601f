package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.MessageKeys.From;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.DestroyAuthKeyOk;
import xyz.contentfactory.telegram.tl.mt.RpcError;
import xyz.contentfactory.telegram.tl.mt.RpcResult;

/// The server's half of one MTProto session: one auth key, one session id. Got from {@link
/// ServerSessions#accept}. Not safe for several threads: one owner.
///
/// It unpacks containers and gzip, answers the service messages itself, and asks its owner only for
/// what remains: the calls. A call that comes twice is answered twice and asked for once.
public final class ServerSession {
  /// Requests that the owner has not taken yet; one packet brings at most a thousand or so.
  private static final int MAX_EFFECTS = 10_000;

  private final AuthKey key;
  private final SaltSchedule salts;
  private final Entropy entropy;
  private final long sessionId;
  private final ServerOutbox outbox = new ServerOutbox();
  private final Answers answers = new Answers();
  private final ArrayDeque<ServerEffect> effects = new ArrayDeque<>();

  ServerSession(AuthKey key, SaltSchedule salts, Entropy entropy, long sessionId) {
    this.key = key;
    this.salts = salts;
    this.entropy = entropy;
    this.sessionId = sessionId;
  }

  public long sessionId() {
    return sessionId;
  }

  public AuthKey authKey() {
    return key;
  }

  /// What the owner has to do next, or null.
  public @Nullable ServerEffect nextEffect() {
    return effects.poll();
  }

  /// Answers a request with the TL bytes of its result. Unknown or dropped requests are passed
  /// over.
  public void reply(long msgId, byte[] body) {
    var entry = answers.get(msgId);
    if (entry == null || entry.answer() != null || entry.isDropped()) {
      return;
    }
    var result = new RpcResult(msgId, Bytes.of(Wire.packed(body))).toBytes();
    answers.answered(msgId, result);
    outbox.ackedByAnswer(msgId);
    outbox.answer(result);
  }

  /// Answers a request with an `rpc_error`.
  public void error(long msgId, int code, String type) {
    reply(msgId, new RpcError(code, type).toBytes());
  }

  /// Sends an update nobody asked for: TL bytes of an `Updates`.
  public void push(byte[] body) {
    outbox.push(Wire.packed(body));
  }

  /// The answer to {@link ServerEffect.DestroyAuthKey}, to be sent before the key is forgotten.
  public void authKeyDestroyed(long msgId) {
    outbox.ackedByAnswer(msgId);
    outbox.say(new DestroyAuthKeyOk());
  }

  /// The client has connected anew: what it has not confirmed is sent again.
  public void connected() {
    outbox.repeatAll();
  }

  /// The next packet to send, or null when there is none.
  public byte @Nullable [] nextPacket(Instant now) {
    var message = outbox.next(now);
    if (message == null) {
      return null;
    }
    long salt = salts.current(now).value();
    return new Envelope(salt, sessionId, message.msgId(), message.seqNo(), message.body())
        .seal(key, From.SERVER, entropy);
  }

  @Override
  public String toString() {
    return "ServerSession[" + key + "]";
  }

  ServerOutbox outbox() {
    return outbox;
  }

  Answers answers() {
    return answers;
  }

  SaltSchedule salts() {
    return salts;
  }

  Entropy entropy() {
    return entropy;
  }

  void ask(ServerEffect effect) {
    if (effects.size() < MAX_EFFECTS) {
      effects.add(effect);
    }
  }

  void say(TlObject message) {
    outbox.say(message);
  }
}
