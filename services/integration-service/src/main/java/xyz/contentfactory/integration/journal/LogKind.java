package xyz.contentfactory.integration.journal;

/// What was done. Published in the API: names are never changed.
public enum LogKind {
  LOGIN_CODE_SENT,
  LOGIN_CODE_RESENT,
  LOGIN_CANCELLED,
  SIGN_IN,
  PASSWORD_CHECK,
  ACCOUNT_CONNECTED,
  ACCOUNT_DISCONNECTED,
  ACCOUNT_STATE,
  CHANNELS_REFRESHED,
  DELIVERY_PLANNED,
  DELIVERY_ATTEMPT,
  DELIVERY_SENT,
  DELIVERY_REFUSED
}
