package xyz.contentfactory.telegram.tl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.tl.method.auth.CheckPassword;
import xyz.contentfactory.telegram.tl.method.auth.SignIn;
import xyz.contentfactory.telegram.tl.mt.MsgsAck;
import xyz.contentfactory.telegram.tl.mt.ReqPq;
import xyz.contentfactory.telegram.tl.type.InputCheckPasswordEmpty;
import xyz.contentfactory.telegram.tl.type.PlainUser;

class ValuesTest {

  @Test
  void the_text_of_a_value_never_shows_its_fields() {
    SignIn signIn =
        SignIn.builder().phoneNumber("+99966").phoneCodeHash("h").phoneCode("1").build();

    assertThat(signIn).hasToString("auth.signIn#8d52a951");
    assertThat(Bytes.of(new byte[] {42, 43})).hasToString("Bytes[2]");
  }

  @Test
  void bytes_are_equal_by_content_and_cannot_be_changed() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.of(source);
    source[0] = 9;
    bytes.toByteArray()[1] = 9;

    assertThat(bytes).isEqualTo(Bytes.of(new byte[] {1, 2, 3})).hasSameHashCodeAs(bytes);
    assertThat(Bytes.of(new byte[] {0, 1, 2, 3}, 1, 4)).isEqualTo(bytes);
    assertThat(Bytes.of(new byte[0])).isSameAs(Bytes.EMPTY);
  }

  @Test
  void a_list_is_copied() {
    List<Long> ids = new ArrayList<>(List.of(1L));
    MsgsAck ack = new MsgsAck(ids);
    ids.add(2L);

    assertThat(ack.msgIds()).containsExactly(1L);
  }

  @Test
  @SuppressWarnings("NullAway") // what the test is about
  void a_required_field_cannot_be_missing() {
    assertThatThrownBy(() -> new CheckPassword(null)).hasMessage("password");
    assertThat(new CheckPassword(new InputCheckPasswordEmpty()).password()).isNotNull();
  }

  @Test
  void fields_of_one_bit_come_together() {
    assertThatThrownBy(() -> PlainUser.builder().id(1).restricted(true).build())
        .hasMessageContaining("restrictionReason")
        .hasMessageContaining("flags.18");
    assertThat(PlainUser.builder().id(1).restrictionReason(List.of()).build().restricted())
        .isTrue();
  }

  @Test
  void a_nonce_of_another_length_cannot_be_written() {
    assertThatThrownBy(() -> new ReqPq(Bytes.of(new byte[15])).toBytes())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 253, 254, 255, 256, 70_000})
  void a_string_of_any_length_is_padded_to_words(int length) {
    TlWriter out = new TlWriter();
    out.writeString("y".repeat(length));
    TlReader in = new TlReader(out.toByteArray());

    assertThat(out.length()).isEqualTo((length + (length < 254 ? 1 : 4) + 3) / 4 * 4);
    assertThat(in.readString()).hasSize(length);
    in.expectEnd();
  }

  @Test
  void a_writer_that_has_been_used_leaves_zero_padding() {
    TlWriter out = new TlWriter(1);
    out.writeLong(-1);
    out.writeString("a");

    assertThat(out.toByteArray()).endsWith(1, 'a', 0, 0);
  }
}
