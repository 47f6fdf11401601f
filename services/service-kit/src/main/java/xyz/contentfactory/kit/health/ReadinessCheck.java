package xyz.contentfactory.kit.health;

/// A part that must work before requests are welcome. Every bean of this type is asked by
/// `/api/v1/health/ready`.
public interface ReadinessCheck {
  String part();

  boolean isReady();
}
