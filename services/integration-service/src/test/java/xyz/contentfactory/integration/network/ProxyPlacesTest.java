package xyz.contentfactory.integration.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyPlacesTest {
  private static final ProxyPlaces INTERNET = new ProxyPlaces(false);
  private static final ProxyPlaces PRIVATE_TOO = new ProxyPlaces(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "149.154.167.50",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "2a00:1450:4001:80b::200e",
        "64:ff9b::808:808"
      })
  void the_internet_is_allowed(String address) throws UnknownHostException {
    assertThat(INTERNET.allows(InetAddress.getByName(address))).isTrue();
    assertThat(PRIVATE_TOO.allows(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "2130706433",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "::1",
        "::ffff:10.0.0.1",
        "fd12:3456::1",
        "64:ff9b::7f00:1"
      })
  void private_networks_and_this_machine_are_allowed_only_when_the_settings_say_so(String address)
      throws UnknownHostException {
    assertThat(INTERNET.allows(InetAddress.getByName(address))).isFalse();
    assertThat(PRIVATE_TOO.allows(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::ffff:169.254.169.254",
        "::7f00:1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "fd00:ec2::254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2"
      })
  void what_only_a_link_or_a_cloud_has_and_what_hides_an_address_is_never_allowed(String address)
      throws UnknownHostException {
    assertThat(INTERNET.allows(InetAddress.getByName(address))).isFalse();
    assertThat(PRIVATE_TOO.allows(InetAddress.getByName(address))).isFalse();
  }
}
