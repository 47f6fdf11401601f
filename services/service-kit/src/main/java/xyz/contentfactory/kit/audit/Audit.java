package xyz.contentfactory.kit.audit;

/// Where acts are written down. A seam: tests keep them in a list.
public interface Audit {
  /// Takes part in an open transaction, so that the act and its trace stand or fall together.
  void record(AuditEntry entry);
}
