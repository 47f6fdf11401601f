-- Where the record of an account's updates ends, in Telegram's counters: what a client goes on from after a restart.
create table telegram_update_marks (
  account_id     uuid primary key references telegram_sessions (id),
  pts            integer not null,
  qts            integer not null,
  seq            integer not null,
  date_seconds   integer not null,
  -- what the account sees is not known: all of it is to be read once
  reading_wanted boolean not null
);

create table telegram_update_channels (
  account_id  uuid not null references telegram_update_marks (account_id) on delete cascade,
  channel_id  bigint not null,
  access_hash bigint not null,
  pts         integer not null,
  primary key (account_id, channel_id)
);
