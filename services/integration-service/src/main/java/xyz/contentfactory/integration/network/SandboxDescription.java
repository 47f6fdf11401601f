package xyz.contentfactory.integration.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.AppCredentials;
import xyz.contentfactory.telegram.client.TelegramNetwork;
import xyz.contentfactory.telegram.net.DcAddress;

/// What the sandbox says of itself at `/api/sandbox`; further members are none of our business.
@JsonIgnoreProperties(ignoreUnknown = true)
record SandboxDescription(List<Dc> dcs, String publicKey, @Nullable List<Person> numbers) {
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Dc(int id, String host, int port) {}

  /// A number that a person can try.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Person(
      String phone,
      @Nullable String name,
      @Nullable Integer dc,
      @Nullable Boolean cloudPasswordSet,
      @Nullable String hint) {}

  TelegramNetwork network(AppCredentials app) {
    List<DcAddress> addresses =
        dcs.stream().map(dc -> new DcAddress(dc.id(), dc.host(), dc.port())).toList();
    return TelegramNetwork.of(addresses, List.of(publicKey), app);
  }
}
