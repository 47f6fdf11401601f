-- The proxy that all connections of an account go through. All of it is sealed, bound to the account.
create table account_proxies (
  account_id        uuid primary key references telegram_sessions (id),
  proxy_sealed      bytea not null,
  tested_at         timestamptz not null,
  round_trip_millis bigint not null
);
