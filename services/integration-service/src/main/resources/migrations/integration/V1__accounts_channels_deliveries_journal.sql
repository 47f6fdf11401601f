-- Everything integration-service knows: connected accounts, half-finished logins, channels, deliveries, the journal.
-- Times are timestamptz (UTC). Every bytea column named *_sealed is encrypted, bound to its row and column.

-- Keys made once for this installation (sealed), such as the one under which phone numbers are hashed.
create table integration_keys (
  name         text primary key,
  value_sealed bytea not null,
  created_at   timestamptz not null
);

-- One connected account of a member. A disconnected one keeps its row (deliveries point to it), without its secrets.
create table telegram_sessions (
  id                  uuid primary key,
  member_id           uuid not null,
  state               text not null
    check (state in ('CONNECTED', 'CONNECTING', 'FLOOD_WAIT', 'NEEDS_LOGIN', 'RESTRICTED', 'BANNED', 'DISCONNECTED')),
  state_until         timestamptz,
  state_reason        text,
  stored_login_sealed bytea,
  phone_masked        text not null,
  phone_hash          text not null,
  telegram_user_id    bigint not null,
  name                text not null,
  username            text,
  dc                  smallint not null,
  connected_at        timestamptz not null,
  last_seen_at        timestamptz,
  -- the epoch of the lease under which the row was last held
  epoch               bigint not null default 0,
  check ((state = 'DISCONNECTED') = (stored_login_sealed is null))
);

-- A number, and a Telegram person, is connected at most once by a member.
create unique index telegram_sessions_phone on telegram_sessions (member_id, phone_hash) where state <> 'DISCONNECTED';
create unique index telegram_sessions_person on telegram_sessions (member_id, telegram_user_id) where state <> 'DISCONNECTED';
create index telegram_sessions_list on telegram_sessions (member_id, connected_at) where state <> 'DISCONNECTED';
-- The sweep: accounts that some process has to hold a connection for.
create index telegram_sessions_alive on telegram_sessions (id) where state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED');

-- A login under way. All that is needed to go on after a restart is here; what is secret is sealed and erased at its end.
create table telegram_logins (
  id                  uuid primary key,
  member_id           uuid not null,
  step                text not null
    check (step in ('STARTING', 'CODE_SENT', 'PASSWORD_NEEDED', 'SIGNED_IN', 'CANCELLED', 'EXPIRED')),
  phone_masked        text not null,
  phone_hash          text not null,
  phone_sealed        bytea,
  stored_login_sealed bytea,
  code_hash_sealed    bytea,
  password_hint_sealed bytea,
  code_via            text,
  code_length         integer,
  next_via            text,
  resend_at           timestamptz,
  account_id          uuid references telegram_sessions (id),
  created_at          timestamptz not null,
  expires_at          timestamptz not null
);

create index telegram_logins_open on telegram_logins (member_id, created_at)
  where step in ('CODE_SENT', 'PASSWORD_NEEDED');
create index telegram_logins_expiry on telegram_logins (expires_at)
  where step in ('STARTING', 'CODE_SENT', 'PASSWORD_NEEDED');

-- A channel or group as one account sees it (access hashes belong to one account).
create table telegram_channels (
  id          uuid primary key,
  account_id  uuid not null references telegram_sessions (id),
  telegram_id bigint not null,
  access_hash bigint not null,
  peer_kind   text not null check (peer_kind in ('CHANNEL', 'GROUP')),
  title       text not null,
  username    text,
  kind        text not null check (kind in ('CHANNEL', 'GROUP')),
  members     integer,
  owner       boolean not null,
  can_post    boolean not null,
  can_edit    boolean not null,
  can_delete  boolean not null,
  can_pin     boolean not null,
  can_invite  boolean not null,
  checked_at  timestamptz not null,
  gone_at     timestamptz,
  unique (account_id, peer_kind, telegram_id)
);

-- One post to one channel, made exactly once: random_id stands here before anything is sent.
create table deliveries (
  id                    uuid primary key,
  seq                   bigint generated always as identity,
  member_id             uuid not null,
  account_id            uuid not null references telegram_sessions (id),
  channel_id            uuid not null references telegram_channels (id),
  channel_title         text not null,
  body                  text not null,
  entities              jsonb not null,
  random_id             bigint not null,
  state                 text not null check (state in ('PLANNED', 'SENDING', 'SENT', 'REFUSED', 'CANCELLED')),
  planned_at            timestamptz not null,
  -- when the next attempt may begin: planned_at, later once Telegram has asked to wait
  due_at                timestamptz not null,
  retry_at              timestamptz,
  attempts              integer not null default 0,
  first_tried_at        timestamptz,
  sent_at               timestamptz,
  message_number        integer,
  link                  text,
  refusal_code          text,
  refusal_detail        text,
  refusal_telegram_type text,
  idempotency_key       text not null,
  body_hash             text not null,
  -- the epoch of the account's lease under which the last attempt was made
  epoch                 bigint not null default 0,
  created_at            timestamptz not null,
  unique (member_id, idempotency_key),
  unique (account_id, random_id)
);

create index deliveries_list on deliveries (member_id, seq desc);
-- The outbox of one account, in order; and the one question of the timer: who is due, and when next.
create index deliveries_outbox on deliveries (account_id, seq) where state in ('PLANNED', 'SENDING');
create index deliveries_due on deliveries (due_at, account_id) where state in ('PLANNED', 'SENDING');

-- Every act with its result. Never a code, a password, a key or a full phone number.
create table integration_logs (
  seq             bigint generated always as identity primary key,
  id              uuid not null,
  at              timestamptz not null,
  member_id       uuid not null,
  account_id      uuid,
  kind            text not null,
  result          text not null check (result in ('OK', 'REFUSED', 'FAILED')),
  code            text,
  telegram_type   text,
  detail          text,
  peer_title      text,
  duration_millis bigint
);

create index integration_logs_list on integration_logs (member_id, seq desc);
create index integration_logs_account on integration_logs (account_id, seq desc);

-- Who may act for an account, a login step or the cleaning right now (service-kit's Leases).
create table leases (
  name       text primary key,
  owner      text not null,
  epoch      bigint not null,
  expires_at timestamptz not null
);
