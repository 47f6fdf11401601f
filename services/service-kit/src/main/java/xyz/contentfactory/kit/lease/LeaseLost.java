package xyz.contentfactory.kit.lease;

/// The lease is no longer ours: somebody else took it, or it expired. Stop acting; do not retry.
public final class LeaseLost extends RuntimeException {
  public LeaseLost(Lease lease) {
    super("lease lost: " + lease.name() + " epoch " + lease.epoch());
  }
}
