-- A person may pause an account: nobody holds a connection for it, and its state stays beneath as Telegram left it,
-- so that a flood wait is obeyed although the account was paused in the middle of it.
alter table telegram_sessions add column paused_at timestamptz;
alter table telegram_sessions add column state_since timestamptz;
update telegram_sessions set state_since = coalesce(last_seen_at, connected_at);
alter table telegram_sessions alter column state_since set default now(), alter column state_since set not null;

-- What people are shown.
alter table telegram_sessions add column shown_state text not null generated always as (
  case when paused_at is not null and state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED') then 'PAUSED' else state end
) stored;

drop index telegram_sessions_alive;
create index telegram_sessions_alive on telegram_sessions (id)
  where state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED') and paused_at is null;
drop index telegram_sessions_states;
create index telegram_sessions_states on telegram_sessions (shown_state) where state <> 'DISCONNECTED';
