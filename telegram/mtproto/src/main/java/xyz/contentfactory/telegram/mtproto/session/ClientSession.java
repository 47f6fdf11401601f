package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.MessageKeys.From;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.CallId;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.GetFutureSalts;
import xyz.contentfactory.telegram.tl.mt.MsgsAck;
import xyz.contentfactory.telegram.tl.mt.PingDelayDisconnect;
import xyz.contentfactory.telegram.tl.mt.PlainRpcDropAnswer;

/// The client's half of one MTProto session. Not safe for several threads: one owner.
///
/// Loop: on a new connection {@link #connected}; then send {@link #nextPacket} until null, feed
/// {@link #received}, drain {@link #nextEffect}, and come back at {@link #nextWakeUp} at the
/// latest.
public final class ClientSession {
  private final AuthKey key;
  private final Entropy entropy;
  private final Salts salts;
  private final PendingCalls calls = new PendingCalls();
  private final AckQueue acks = new AckQueue();
  private final KeepAlive keepAlive = new KeepAlive();
  private final ArrayDeque<TlObject> service = new ArrayDeque<>();
  private final ArrayDeque<SessionEffect> effects = new ArrayDeque<>();
  private final ServerClock clock;
  private final ClientInbox inbox;
  private RisingIds ids = new RisingIds();

  /// All ids that were first used in the last packet are above this one.
  private long beforeLastPacket;

  private SeqNos seqNos = new SeqNos();
  private long sessionId;
  private long previousSessionId;
  private boolean connected;

  private ClientSession(AuthKey key, long salt, Duration clockOffset, Entropy entropy) {
    this.key = key;
    this.entropy = entropy;
    this.clock = new ServerClock(clockOffset);
    this.salts = new Salts(salt);
    this.sessionId = entropy.nextLong();
    this.inbox = new ClientInbox(this, calls, acks, salts, clock);
  }

  /// A fresh session (new random session id) on a known key. Salt and clock offset come from the
  /// key exchange or from an earlier session; stale ones cost a round trip, no more.
  public static ClientSession open(AuthKey key, long salt, Duration clockOffset, Entropy entropy) {
    return new ClientSession(key, salt, clockOffset, entropy);
  }

  /// A new connection is up: everything that was sent and not answered goes out again on it, under
  /// the same message ids, so that the server runs nothing twice. Confirmed calls, too: the server
  /// may have lost them with the connection, or their answers.
  public void connected(Instant now) {
    connected = true;
    keepAlive.connected(now);
    service.clear();
    calls.where(PendingCall::hasMsgId).forEach(PendingCall::repeat);
  }

  /// Queues a call. Its answer comes as {@link SessionEffect.Replied} or {@link
  /// SessionEffect.RpcFailed}.
  public CallId call(TlMethod<?> method) {
    return call(method.toBytes());
  }

  /// Queues a call; the body is a TL function's bytes. Big ones are packed.
  public CallId call(byte[] body) {
    if (body.length < Integer.BYTES || body.length % 4 != 0) {
      throw new IllegalArgumentException("a TL function is whole words");
    }
    var packed = Wire.packed(body);
    if (packed.length > Batch.MAX_BYTES) {
      throw new IllegalArgumentException("a call has at most 1 MiB");
    }
    return calls.add(packed);
  }

  /// Gives a call up: nothing more is reported about it; if it was sent, the server is told.
  public void cancel(CallId id) {
    var call = calls.get(id);
    if (call == null) {
      return;
    }
    if (call.state() != CallState.NOT_SENT && call.hasMsgId()) {
      say(new PlainRpcDropAnswer(call.msgId()));
    }
    calls.remove(call);
  }

  /// How far a call got; {@link CallState#ACKED} also for one that is over.
  public CallState stateOf(CallId id) {
    var call = calls.get(id);
    return call == null ? CallState.ACKED : call.state();
  }

  /// Takes an encrypted packet. Throws `SecurityCheckFailed` or `ProtocolViolation`: close the
  /// connection; the session itself stays usable on the next one.
  public void received(byte[] packet, Instant now) {
    var envelope = Envelope.open(packet, key, From.SERVER);
    boolean late = envelope.sessionId() == previousSessionId && previousSessionId != 0;
    if (!late) {
      inbox.accept(envelope, now);
    }
  }

  /// The next packet to send, or null when nothing is due.
  public byte @Nullable [] nextPacket(Instant now) {
    if (!connected) {
      return null;
    }
    if (keepAlive.isDead(now)) {
      dead();
      return null;
    }
    planService(now);
    boolean ackOnly = service.isEmpty() && !calls.anyDue();
    if (ackOnly && now.isBefore(acks.dueAt())) {
      return null;
    }
    return packet(now);
  }

  public @Nullable SessionEffect nextEffect() {
    return effects.poll();
  }

  /// When {@link #nextPacket} wants to be asked again though nothing happened.
  public Instant nextWakeUp() {
    if (!connected) {
      return Instant.MAX;
    }
    var ping = keepAlive.nextWakeUp(calls.oldestUnconfirmed());
    return ping.isBefore(acks.dueAt()) ? ping : acks.dueAt();
  }

  public long sessionId() {
    return sessionId;
  }

  public AuthKey authKey() {
    return key;
  }

  /// The salt in use, for storing.
  public long salt() {
    return salts.current();
  }

  /// The server's time minus ours, for storing.
  public Duration clockOffset() {
    return clock.offset();
  }

  @Override
  public String toString() {
    return "ClientSession[" + key + "]";
  }

  void say(TlObject message) {
    service.add(message);
  }

  void report(SessionEffect effect) {
    effects.add(effect);
  }

  void heard(Instant now) {
    keepAlive.heard(now);
  }

  /// Whether the message with this id is a call without an answer, or went out with the last
  /// packet.
  boolean awaitsAnswerTo(long msgId) {
    boolean ofLastPacket = msgId > beforeLastPacket && msgId <= ids.last();
    return ofLastPacket || !calls.where(call -> call.isNamed(msgId)).isEmpty();
  }

  /// Service messages are not remembered one by one; when a packet was refused, what matters of
  /// them is said anew.
  void sayAgain() {
    keepAlive.sayAgain();
    salts.askAgain();
  }

  /// The server cannot make sense of our numbers: begin a new session on the same key. What it has
  /// not answered goes out again under new ids.
  void beginAfresh() {
    previousSessionId = sessionId;
    sessionId = entropy.nextLong();
    ids = new RisingIds();
    seqNos = new SeqNos();
    acks.clear();
    service.clear();
    calls.where(call -> true).forEach(call -> calls.renew(call, call.state()));
    report(new SessionEffect.NewSession());
  }

  void dead() {
    connected = false;
    report(new SessionEffect.ConnectionDead());
  }

  private void planService(Instant now) {
    if (calls.anyDue()) {
      keepAlive.spokeOtherwise();
    }
    if (keepAlive.isPingDue(now, calls.oldestUnconfirmed())) {
      long delay = KeepAlive.DISCONNECT_AFTER.toSeconds();
      service.add(new PingDelayDisconnect(entropy.nextLong(), Math.toIntExact(delay)));
      keepAlive.asked(now);
    }
    var serverTime = clock.at(now);
    if ((calls.anyDue() || !service.isEmpty()) && salts.wantsMore(serverTime)) {
      service.add(new GetFutureSalts(Salts.ASK_FOR));
      salts.asked(serverTime);
    }
  }

  private byte[] packet(Instant now) {
    var serverTime = clock.at(now);
    beforeLastPacket = ids.last();
    var batch = new Batch();
    if (!acks.isEmpty()) {
      batch.add(serviceMessage(new MsgsAck(acks.drain()), serverTime));
    }
    for (var message = service.poll(); message != null; message = service.poll()) {
      batch.add(serviceMessage(message, serverTime));
    }
    var sending = new ArrayList<PendingCall>();
    for (var call : calls.where(PendingCall::isDue)) {
      if (!batch.hasRoomFor(call.body().length)) {
        break;
      }
      if (!call.hasMsgId()) {
        calls.name(call, ids.next(serverTime, RisingIds.CLIENT), seqNos.next(true));
      }
      batch.add(call.message());
      sending.add(call);
    }
    var whole = batch.packed(() -> ids.next(serverTime, RisingIds.CLIENT), seqNos);
    sending.forEach(call -> call.sent(whole.msgId(), now));
    return new Envelope(salts.at(serverTime), sessionId, whole.msgId(), whole.seqNo(), whole.body())
        .seal(key, From.CLIENT, entropy);
  }

  private OutMessage serviceMessage(TlObject message, Instant serverTime) {
    return new OutMessage(
        ids.next(serverTime, RisingIds.CLIENT), seqNos.next(false), message.toBytes());
  }
}
