-- An account whose proxy does not lead to Telegram says so itself; it never goes around the proxy.
alter table telegram_sessions drop constraint telegram_sessions_state_check;
alter table telegram_sessions add constraint telegram_sessions_state_check check (state in
  ('CONNECTED', 'CONNECTING', 'PROXY_FAILED', 'FLOOD_WAIT', 'NEEDS_LOGIN', 'RESTRICTED', 'BANNED', 'DISCONNECTED'));
