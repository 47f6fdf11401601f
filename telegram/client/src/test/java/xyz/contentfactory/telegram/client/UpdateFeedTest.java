package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.method.auth.SignIn;
import xyz.contentfactory.telegram.tl.method.messages.DeleteMessages;
import xyz.contentfactory.telegram.tl.method.updates.GetDifference;
import xyz.contentfactory.telegram.tl.method.updates.GetState;
import xyz.contentfactory.telegram.tl.type.PlainUpdates;
import xyz.contentfactory.telegram.tl.type.UpdateDeleteMessages;
import xyz.contentfactory.telegram.tl.type.messages.AffectedMessages;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceEmpty;
import xyz.contentfactory.telegram.tl.type.updates.PlainDifference;
import xyz.contentfactory.telegram.tl.type.updates.State;

@Timeout(240)
class UpdateFeedTest {
  private static final UpdateState BEGINNING = new UpdateState(10, 0, 1, 1000);

  private final ScriptedTelegram telegram =
      new ScriptedTelegram()
          .on(SignIn.class, Samples.authorization())
          .on(GetState.class, new State(10, 0, 1000, 1, 0))
          .on(GetDifference.class, new DifferenceEmpty(1001, 1));
  private final RecordingOwner owner = new RecordingOwner();
  private TelegramClient client = telegram.open(owner);

  @BeforeEach
  void sign_in() {
    var _ = client.login().signIn(Samples.PHONE, "abc", "22222");
    var first = owner.nextBatch();
    assertThat(first.restarted()).isTrue();
    assertThat(first.state()).isEqualTo(BEGINNING);
  }

  @AfterEach
  void close() {
    client.close();
    telegram.close();
  }

  private static TlObject deletion(int pts) {
    return new PlainUpdates(
        List.of(new UpdateDeleteMessages(List.of(pts), pts, 1)), List.of(), List.of(), 1000, 0);
  }

  /// The next batch with updates in it; a difference may have moved the date meanwhile.
  private UpdateBatch nextUpdates() {
    var batch = owner.nextBatch();
    return batch.updates().isEmpty() ? nextUpdates() : batch;
  }

  @Test
  void what_is_pushed_reaches_the_owner_with_where_it_stands() {
    telegram.dc.push(deletion(11).toBytes());
    var batch = nextUpdates();
    assertThat(batch.updates()).containsExactly(new UpdateDeleteMessages(List.of(11), 11, 1));
    assertThat(batch.state().pts()).isEqualTo(11);
  }

  @Test
  void what_cannot_be_read_is_asked_for() {
    var missed = new UpdateDeleteMessages(List.of(11), 11, 1);
    telegram.on(
        GetDifference.class,
        new PlainDifference(
            List.of(),
            List.of(),
            List.of(missed),
            List.of(),
            List.of(),
            new State(11, 0, 1002, 1, 0)));
    telegram.dc.push(new byte[] {1, 2, 3, 4});
    assertThat(nextUpdates().updates()).containsExactly(missed);
  }

  @Test
  void what_our_own_call_did_leaves_no_gap() {
    telegram.on(DeleteMessages.class, new AffectedMessages(12, 2));
    client.deleteMessages(new PeerRef.Self(), List.of(5, 6));
    telegram.dc.push(deletion(13).toBytes());
    assertThat(nextUpdates().state().pts()).isEqualTo(13);
  }

  @Test
  void an_owner_who_could_not_keep_a_batch_gets_it_again() {
    owner.refuseBatches.set(1);
    telegram.dc.push(deletion(11).toBytes());
    assertThat(nextUpdates().updates()).hasSize(1);
    assertThat(owner.refuseBatches).hasValue(0);
  }

  @Test
  void after_a_restart_what_was_missed_is_asked_for_from_where_the_record_ends() {
    client.close();
    owner.batches.clear();
    var known = Objects.requireNonNull(owner.state);
    var before = telegram.calls(GetState.class).size();
    client = telegram.open(owner);
    var batch = owner.nextBatch();
    assertThat(batch.restarted()).isFalse();
    assertThat(telegram.calls(GetDifference.class).getLast())
        .returns(known.pts(), GetDifference::pts)
        .returns(known.qts(), GetDifference::qts);
    assertThat(telegram.calls(GetState.class)).hasSize(before);
  }

  @Test
  void another_login_begins_anew() {
    telegram.on(SignIn.class, Samples.authorizationOf(4711));
    owner.state = null;
    var _ = client.login().signIn(Samples.PHONE, "abc", "22222");
    var batch = owner.nextBatch();
    while (!batch.restarted()) {
      batch = owner.nextBatch();
    }
    assertThat(batch.state()).isEqualTo(BEGINNING);
  }
}
