package xyz.contentfactory.telegram.mtproto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.crypto.MessageKeys.From;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.Vectors;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;
import xyz.contentfactory.telegram.tl.mt.NewSessionCreated;
import xyz.contentfactory.telegram.tl.mt.Pong;

/// A packet that Telegram's own server wrote, published in the tests of other people's clients.
class ForeignPacketTest {
  private static final Vectors PUBLISHED = Vectors.of("foreign-packet.txt");

  @Test
  void a_packet_of_the_real_server_opens() {
    var key = AuthKey.of(PUBLISHED.bytes("auth_key"));
    var envelope = Envelope.open(PUBLISHED.bytes("packet"), key, From.SERVER);

    var plain = HexFormat.of().formatHex(PUBLISHED.bytes("plain"));
    assertThat(plain).contains(HexFormat.of().formatHex(envelope.body()));
    assertThat(envelope.seqNo()).isEqualTo(2);
    var container = (MsgContainer) Wire.reader(envelope.body()).readMtObject();
    assertThat(container.messages())
        .extracting(part -> Wire.reader(part.body().toByteArray()).readMtObject().getClass())
        .isEqualTo(List.of(NewSessionCreated.class, Pong.class));
  }
}
