package xyz.contentfactory.integration.delivery;

/// `PLANNED → SENDING → SENT | REFUSED`, or `CANCELLED` before it was sent. SENDING means that
/// Telegram may have it: only the same random id may follow.
public enum DeliveryState {
  PLANNED,
  SENDING,
  SENT,
  REFUSED,
  CANCELLED
}
