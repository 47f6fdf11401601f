package xyz.contentfactory.telegram.tl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.tl.method.InvokeWithLayer;
import xyz.contentfactory.telegram.tl.method.account.UpdateStatus;
import xyz.contentfactory.telegram.tl.method.contacts.GetContactIDs;
import xyz.contentfactory.telegram.tl.method.messages.ReceivedQueue;
import xyz.contentfactory.telegram.tl.method.users.GetUsers;
import xyz.contentfactory.telegram.tl.mt.GzipPacked;
import xyz.contentfactory.telegram.tl.mt.Ping;
import xyz.contentfactory.telegram.tl.mt.Pong;
import xyz.contentfactory.telegram.tl.type.InputUserSelf;
import xyz.contentfactory.telegram.tl.type.User;
import xyz.contentfactory.telegram.tl.type.UserEmpty;

class ReplyTest {

  private static TlReader written(Consumer<TlWriter> reply) {
    TlWriter out = new TlWriter();
    reply.accept(out);
    return new TlReader(out.toByteArray());
  }

  private static TlReader packed(Consumer<TlWriter> reply) {
    TlWriter out = new TlWriter();
    reply.accept(out);
    return new TlReader(new GzipPacked(Bytes.of(Gzipped.of(out.toByteArray()))).toBytes());
  }

  @Test
  void a_bool_is_a_boolean() {
    UpdateStatus call = new UpdateStatus(false);

    assertThat(call.readReply(written(out -> out.writeBool(true)))).isTrue();
    assertThat(call.readReply(written(out -> out.writeBool(false)))).isFalse();
  }

  @Test
  void vectors_of_numbers_are_lists() {
    assertThat(
            new GetContactIDs(0)
                .readReply(written(out -> out.writeVector(List.of(1, 2), TlWriter::writeInt))))
        .containsExactly(1, 2);
    assertThat(
            new ReceivedQueue(0)
                .readReply(written(out -> out.writeVector(List.of(3L), TlWriter::writeLong))))
        .containsExactly(3L);
  }

  @Test
  void a_vector_of_objects_is_read_also_when_packed() {
    List<User> users = List.of(new UserEmpty(7), new UserEmpty(8));
    Consumer<TlWriter> reply = out -> out.writeVector(users, (to, each) -> each.write(to));
    GetUsers call = new GetUsers(List.of(new InputUserSelf()));

    assertThat(call.readReply(written(reply))).isEqualTo(users);
    assertThat(call.readReply(packed(reply))).isEqualTo(users);
  }

  @Test
  void a_wrapped_call_is_answered_as_what_it_wraps() {
    InvokeWithLayer<Boolean> call = new InvokeWithLayer<>(TlSchema.LAYER, new UpdateStatus(true));

    assertThat(call.readReply(packed(out -> out.writeBool(true)))).isTrue();
  }

  @Test
  void a_service_call_is_answered_too() {
    assertThat(new Ping(5).readReply(written(new Pong(1, 5)::write))).isEqualTo(new Pong(1, 5));
  }

  @Test
  void another_type_is_refused_with_its_place() {
    TlReader pong = written(new Pong(1, 5)::write);

    assertThatThrownBy(() -> new UpdateStatus(true).readReply(pong))
        .isInstanceOf(TlException.class)
        .hasMessage("constructor 347773c5 is no Bool at offset 0");
  }

  @Test
  void a_reply_packed_twice_is_refused() {
    TlReader twice =
        packed(new GzipPacked(Bytes.of(Gzipped.of(new UserEmpty(1).toBytes())))::write);

    assertThatThrownBy(twice::readObject).isInstanceOf(TlException.class);
  }
}
