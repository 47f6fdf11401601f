package xyz.contentfactory.telegram.tl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.tl.mt.GzipPacked;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainUser;
import xyz.contentfactory.telegram.tl.type.TextBold;
import xyz.contentfactory.telegram.tl.type.TextEmpty;
import xyz.contentfactory.telegram.tl.type.UserEmpty;

class HostileInputTest {
  private static final int VECTOR = 0x1cb5c415;

  private static TlReader bytes(TlWriter out) {
    return new TlReader(out.toByteArray());
  }

  @Test
  void a_sample_cut_at_any_byte_is_refused() {
    byte[] whole = new RandomObjects(7).make(PlainUser.class).toBytes();

    for (int length = 0; length < whole.length; length++) {
      TlReader cut = new TlReader(Arrays.copyOf(whole, length));
      assertThatThrownBy(cut::readObject).isInstanceOf(TlException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void changed_bytes_are_read_or_refused_but_nothing_else_happens(long seed) {
    Random random = new Random(seed);
    byte[] whole = new RandomObjects(seed).make(PlainMessage.class).toBytes();
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] changed = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        new TlReader(changed).readObject();
      } catch (TlException expected) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void random_bytes_behind_a_known_constructor_are_read_or_refused() {
    Random random = new Random(11);
    List<Class<? extends TlObject>> readable = GeneratedClasses.readable();
    for (Class<? extends TlObject> type : readable) {
      byte[] noise = new byte[400];
      random.nextBytes(noise);
      TlWriter out = new TlWriter();
      out.writeInt(GeneratedClasses.idOf(type));
      out.writeRaw(noise);
      try {
        RoundTripTest.read(type, out.toByteArray());
      } catch (TlException expected) {
        assertThat(expected.offset()).isBetween(0, 404);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, 100_001, 3})
  void a_vector_count_that_cannot_be_is_refused(int count) {
    TlWriter out = new TlWriter();
    out.writeInt(VECTOR);
    out.writeInt(count);
    out.writeLong(0);

    assertThatThrownBy(() -> bytes(out).readVector(TlReader::readInt))
        .isInstanceOf(TlException.class)
        .hasMessageContaining("vector count");
  }

  @Test
  void a_bare_vector_is_bounded_too() {
    TlWriter out = new TlWriter();
    out.writeInt(MsgContainer.ID);
    out.writeInt(Integer.MAX_VALUE);

    assertThatThrownBy(() -> bytes(out).readMtObject()).isInstanceOf(TlException.class);
  }

  @Test
  void a_string_longer_than_its_bytes_is_refused() {
    TlWriter out = new TlWriter();
    out.writeInt(0xfffffffe); // 254, then 24 bits of length

    assertThatThrownBy(() -> bytes(out).readString()).hasMessageContaining("cut short");
    assertThatThrownBy(() -> bytes(out).readBytes()).hasMessageContaining("cut short");
  }

  @Test
  void a_string_above_the_limit_is_refused() {
    TlWriter out = new TlWriter();
    out.writeString("x".repeat(300));
    TlLimits small = new TlLimits(10, 299, 10, 10);

    assertThatThrownBy(() -> new TlReader(out.toByteArray(), small).readString())
        .hasMessageContaining("too long");
  }

  @Test
  void missing_padding_is_refused() {
    TlWriter out = new TlWriter();
    out.writeString("abcd");
    byte[] cut = Arrays.copyOf(out.toByteArray(), 6);

    assertThatThrownBy(() -> new TlReader(cut).readString()).hasMessageContaining("padding");
  }

  @Test
  void deep_nesting_is_refused() {
    TlWriter out = new TlWriter();
    for (int i = 0; i < 100_000; i++) {
      out.writeInt(TextBold.ID);
    }
    new TextEmpty().write(out);

    assertThatThrownBy(() -> bytes(out).readObject())
        .isInstanceOf(TlException.class)
        .hasMessageContaining("nested deeper than 128");
  }

  @Test
  void a_gzip_bomb_is_refused_at_the_limit() {
    byte[] bomb = Gzipped.of(new byte[64 * 1024 * 1024]);
    TlReader in = new TlReader(new GzipPacked(Bytes.of(bomb)).toBytes());

    assertThatThrownBy(in::readObject)
        .isInstanceOf(TlException.class)
        .hasMessageContaining("inflates to more than");
  }

  @Test
  void zlib_is_taken_as_gzip_is_and_has_the_same_limit() {
    byte[] user = new UserEmpty(1).toBytes();
    TlReader in = new TlReader(new GzipPacked(Bytes.of(Gzipped.zlib(user))).toBytes());
    assertThat(in.readObject()).isEqualTo(new UserEmpty(1));

    byte[] bomb = Gzipped.zlib(new byte[64 * 1024 * 1024]);
    TlReader hostile = new TlReader(new GzipPacked(Bytes.of(bomb)).toBytes());
    assertThatThrownBy(hostile::readObject).hasMessageContaining("more than");
  }

  @Test
  void broken_gzip_is_refused() {
    TlReader in = new TlReader(new GzipPacked(Bytes.of(new byte[40])).toBytes());

    assertThatThrownBy(in::readObject).hasMessageContaining("gzip_packed is broken");
  }

  @Test
  void an_unknown_constructor_is_named_by_number_only() {
    TlWriter out = new TlWriter();
    out.writeInt(0xdeadbeef);

    assertThatThrownBy(() -> bytes(out).readObject())
        .hasMessage("constructor deadbeef is no API object at offset 0");
  }

  @Test
  void bytes_left_over_are_refused() {
    TlReader in = new TlReader(new byte[8]);
    in.readInt();

    assertThatThrownBy(in::expectEnd).hasMessage("4 bytes too many at offset 4");
  }
}
