package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;

class KnownNetworksTest {
  private final AppCredentials app = new AppCredentials(1, new ApiHash("0123456789abcdef"));

  @Test
  void telegrams_keys_have_the_fingerprints_that_its_servers_name() {
    assertThat(fingerprint(TelegramNetwork.production(app))).isEqualTo(0xd09d1d85de64fd85L);
    assertThat(fingerprint(TelegramNetwork.test(app))).isEqualTo(0xb25898df208d2603L);
  }

  @Test
  void every_data_centre_has_an_address() {
    assertThat(TelegramNetwork.production(app).addresses())
        .extracting(address -> address.dc())
        .contains(1, 2, 3, 4, 5);
  }

  @Test
  void the_hash_is_not_printed() {
    assertThat(TelegramNetwork.production(app).toString()).doesNotContain("0123456789abcdef");
  }

  private static long fingerprint(TelegramNetwork network) {
    return RsaPublicKey.fromPem(network.publicKeysPem().getFirst()).fingerprint();
  }
}
