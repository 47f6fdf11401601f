package xyz.contentfactory.integration.proxy;

import java.time.Duration;
import java.time.Instant;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// A proxy that has led to Telegram.
///
/// @param roundTrip how long Telegram's answer took through it
public record TestedProxy(Proxy proxy, Instant testedAt, Duration roundTrip) {}
