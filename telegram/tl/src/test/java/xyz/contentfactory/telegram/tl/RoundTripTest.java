package xyz.contentfactory.telegram.tl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.tl.method.InitConnection;
import xyz.contentfactory.telegram.tl.method.InvokeWithLayer;
import xyz.contentfactory.telegram.tl.method.help.GetConfig;
import xyz.contentfactory.telegram.tl.method.messages.SendMessage;
import xyz.contentfactory.telegram.tl.mt.Message;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;
import xyz.contentfactory.telegram.tl.mt.ReqPq;
import xyz.contentfactory.telegram.tl.type.InputPeerChannel;
import xyz.contentfactory.telegram.tl.type.MessageEntityBold;

class RoundTripTest {

  static TlObject read(Class<? extends TlObject> type, byte[] bytes) {
    TlReader in = new TlReader(bytes);
    boolean service = type.getPackageName().endsWith(".mt");
    TlObject object = service ? in.readMtObject() : in.readObject();
    in.expectEnd();
    return object;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_constructor_is_registered_and_reads_what_it_wrote(long seed) {
    RandomObjects objects = new RandomObjects(seed);
    List<Class<? extends TlObject>> readable = GeneratedClasses.readable();

    assertThat(readable).hasSizeGreaterThan(2400);
    for (Class<? extends TlObject> type : readable) {
      TlObject written = objects.make(type);
      // compared without AssertJ: its description of 10,000 records takes longer than reading them
      if (!read(type, written.toBytes()).equals(written)) {
        throw new AssertionError("not equal after reading: " + written);
      }
    }
  }

  @Test
  void the_published_req_pq_example_is_written_byte_for_byte() {
    // core.telegram.org/mtproto/samples-auth_key, first request, without the message header
    String nonce = "3e0549828cca27e966b301a48fece2fc";
    ReqPq request = new ReqPq(Bytes.of(HexFormat.of().parseHex(nonce)));

    assertThat(request.toBytes()).asHexString().isEqualToIgnoringCase("78974660" + nonce);
  }

  @Test
  void a_message_with_formatting_is_written_byte_for_byte() {
    SendMessage message =
        SendMessage.builder()
            .silent(true)
            .peer(new InputPeerChannel(0x0102, 0x0304))
            .message("Привет")
            .randomId(-2)
            .entities(List.of(new MessageEntityBold(0, 6)))
            .build();

    assertThat(message.toBytes())
        .asHexString()
        .isEqualToIgnoringCase(
            ("628ff4fe 28000000" // id; flags 5 and 3
                    + "fcbbbc27 0201000000000000 0403000000000000"
                    + "0c d09fd180d0b8d0b2d0b5d182 000000" // 12 bytes and padding
                    + "feffffffffffffff"
                    + "15c4b51c 01000000 c90b61bd 00000000 06000000")
                .replace(" ", ""));
  }

  @Test
  void a_container_is_a_bare_vector_of_bare_messages() {
    Bytes body = Bytes.of(new byte[] {1, 2, 3, 4});
    MsgContainer container = new MsgContainer(List.of(new Message(5, 6, body)));

    assertThat(container.toBytes())
        .asHexString()
        .isEqualToIgnoringCase("dcf8f17301000000050000000000000006000000" + "0400000001020304");
    assertThat(read(MsgContainer.class, container.toBytes())).isEqualTo(container);
  }

  @Test
  void wrapped_calls_are_written_inside_each_other() {
    InvokeWithLayer<?> call =
        new InvokeWithLayer<>(
            TlSchema.LAYER,
            InitConnection.<Object>builder()
                .apiId(1)
                .deviceModel("d")
                .systemVersion("s")
                .appVersion("a")
                .systemLangCode("en")
                .langPack("")
                .langCode("en")
                .query(anything())
                .build());
    TlReader in = new TlReader(call.toBytes());

    assertThat(in.readInt()).isEqualTo(InvokeWithLayer.ID);
    assertThat(in.readInt()).isEqualTo(TlSchema.LAYER);
    assertThat(in.readInt()).isEqualTo(InitConnection.ID);
    byte[] bytes = call.toBytes();
    assertThat(new TlReader(bytes, bytes.length - 4, bytes.length, TlLimits.DEFAULT).readInt())
        .isEqualTo(GetConfig.ID);
  }

  @SuppressWarnings("unchecked") // the answer is never read here
  private static TlMethod<Object> anything() {
    return (TlMethod<Object>) (TlMethod<?>) new GetConfig();
  }
}
