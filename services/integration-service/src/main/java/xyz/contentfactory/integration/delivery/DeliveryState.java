package xyz.contentfactory.integration.delivery;

/// `PLANNED → SENDING → SENT | REFUSED`, or `CANCELLED` with its account. SENDING means that
/// Telegram may have it: only the same random id may follow.
public enum DeliveryState {
  PLANNED,
  SENDING,
  SENT,
  REFUSED,
  CANCELLED
}
