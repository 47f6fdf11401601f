-- Each pause that Telegram asked an account for, by method: who may ask what when, and how often it happened.
create table flood_waits (
  account_id    uuid not null references telegram_sessions (id),
  method        text not null,
  telegram_type text not null,
  at            timestamptz not null,
  until         timestamptz not null,
  primary key (account_id, at, method)
);

create index flood_waits_at on flood_waits (at);
create index flood_waits_until on flood_waits (until);
