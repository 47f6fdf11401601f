package xyz.contentfactory.telegram.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.crypto.MessageKeys.From;

class MessageKeysTest {
  private static final Vectors PUBLISHED = Vectors.of("key-derivation.txt");
  private static final Vectors SAMPLE = Vectors.of("sample-key-exchange.txt");

  @Test
  void mtproto_2_derives_the_published_keys() {
    var authKey = PUBLISHED.bytes("auth_key");
    var messageKey = PUBLISHED.bytes("message_key");
    check(MessageKeys.aes(authKey, messageKey, From.CLIENT), "client_key", "client_iv");
    check(MessageKeys.aes(authKey, messageKey, From.SERVER), "server_key", "server_iv");
  }

  @Test
  void mtproto_1_derives_the_published_keys() {
    var messageKey = PUBLISHED.bytes("message_key");
    check(
        MessageKeys.aesV1(PUBLISHED.bytes("auth_key"), messageKey),
        "v1_client_key",
        "v1_client_iv");
    check(MessageKeys.aesV1(counting(256), counting(16)), "counting_v1_key", "counting_v1_iv");
    assertThat(MessageKeys.messageKeyV1("bind-message-test-payload".getBytes(US_ASCII)))
        .isEqualTo(HexFormat.of().parseHex("fc11a3669566de22b87f66550dc3de6d"));
  }

  @Test
  void nonces_give_the_published_keys_also_when_they_begin_with_zero() {
    check(
        MessageKeys.aesOfNonces(PUBLISHED.bytes("nonce_new"), PUBLISHED.bytes("nonce_server")),
        "nonce_key",
        "nonce_iv");
    check(
        MessageKeys.aesOfNonces(
            PUBLISHED.bytes("zero_new_nonce"), PUBLISHED.bytes("zero_server_nonce")),
        "zero_key",
        "zero_iv");
  }

  @Test
  void the_sample_of_the_specification_comes_out() {
    var aes = MessageKeys.aesOfNonces(SAMPLE.bytes("new_nonce"), SAMPLE.bytes("server_nonce"));
    assertThat(aes.key()).isEqualTo(SAMPLE.bytes("tmp_aes_key"));
    assertThat(aes.iv()).isEqualTo(SAMPLE.bytes("tmp_aes_iv"));
  }

  private static void check(AesParameters aes, String key, String iv) {
    assertThat(aes.key()).isEqualTo(PUBLISHED.bytes(key));
    assertThat(aes.iv()).isEqualTo(PUBLISHED.bytes(iv));
  }

  private static byte[] counting(int length) {
    var out = new byte[length];
    for (int i = 0; i < length; i++) {
      out[i] = (byte) i;
    }
    return out;
  }
}
