package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import xyz.contentfactory.telegram.net.DcAddress;

/// Which Telegram to talk to, and as whom: addresses and public keys, the application's
/// registration, names shown in the list of devices, and how patient to be. Immutable; one is
/// shared by all clients.
///
/// @param addresses the first one of the home data centre is used until Telegram says otherwise
/// @param publicKeysPem RSA keys that the servers prove themselves with
/// @param test Telegram's test environment
/// @param defaultDc where a number is asked about first
/// @param callTimeout how long a call waits for its answer, reconnecting included
/// @param sleepFloodsUpTo flood waits up to this long are slept and the call repeated once; zero
///   (the default) reports every one of them
public record TelegramNetwork(
    List<DcAddress> addresses,
    List<String> publicKeysPem,
    AppCredentials app,
    boolean test,
    int defaultDc,
    DeviceNames device,
    Duration callTimeout,
    Duration sleepFloodsUpTo,
    InstantSource clock) {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  public TelegramNetwork {
    addresses = List.copyOf(addresses);
    publicKeysPem = List.copyOf(publicKeysPem);
    var known = defaultDc;
    if (addresses.stream().noneMatch(address -> address.dc() == known)) {
      throw new IllegalArgumentException("no address of the default data centre " + defaultDc);
    }
    if (publicKeysPem.isEmpty()) {
      throw new IllegalArgumentException("no public key to check the servers with");
    }
    if (!callTimeout.isPositive() || sleepFloodsUpTo.isNegative()) {
      throw new IllegalArgumentException("timeouts are not negative");
    }
  }

  /// Telegram itself.
  public static TelegramNetwork production(AppCredentials app) {
    return KnownNetworks.production().as(app);
  }

  /// Telegram's test environment, with accounts of its own.
  public static TelegramNetwork test(AppCredentials app) {
    return KnownNetworks.test().as(app);
  }

  /// Another network, such as the sandbox; its first data centre is the default one.
  public static TelegramNetwork of(
      List<DcAddress> addresses, List<String> publicKeysPem, AppCredentials app) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("no data centre");
    }
    return new TelegramNetwork(
        addresses,
        publicKeysPem,
        app,
        false,
        addresses.getFirst().dc(),
        DeviceNames.ours(),
        CALL_TIMEOUT,
        Duration.ZERO,
        InstantSource.system());
  }

  static TelegramNetwork known(KnownNetworks.Facts facts, AppCredentials app) {
    return new TelegramNetwork(
        facts.addresses(),
        facts.publicKeysPem(),
        app,
        facts.test(),
        facts.defaultDc(),
        DeviceNames.ours(),
        CALL_TIMEOUT,
        Duration.ZERO,
        InstantSource.system());
  }

  public TelegramNetwork withDevice(DeviceNames names) {
    return new TelegramNetwork(
        addresses, publicKeysPem, app, test, defaultDc, names, callTimeout, sleepFloodsUpTo, clock);
  }

  public TelegramNetwork withCallTimeout(Duration timeout) {
    return new TelegramNetwork(
        addresses, publicKeysPem, app, test, defaultDc, device, timeout, sleepFloodsUpTo, clock);
  }

  public TelegramNetwork withFloodsSleptUpTo(Duration limit) {
    return new TelegramNetwork(
        addresses, publicKeysPem, app, test, defaultDc, device, callTimeout, limit, clock);
  }

  public TelegramNetwork withClock(InstantSource source) {
    return new TelegramNetwork(
        addresses,
        publicKeysPem,
        app,
        test,
        defaultDc,
        device,
        callTimeout,
        sleepFloodsUpTo,
        source);
  }
}
