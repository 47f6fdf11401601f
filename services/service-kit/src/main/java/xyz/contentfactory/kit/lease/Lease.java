package xyz.contentfactory.kit.lease;

import java.time.Instant;

/// A right to act as the only owner of `name`, until `expiresAt`.
///
/// @param epoch grows with every change of owner; written along as the fence
/// @param expiresAt by this process's clock, counted from before the database was asked, so that it
///   is never later than the database's own; stop acting before it
public record Lease(String name, String owner, long epoch, Instant expiresAt) {}
