-- Bots are accounts that a token connects; the token is kept to log in again.
alter table telegram_sessions add column kind text not null default 'USER' check (kind in ('USER', 'BOT'));

create table telegram_bots (
  account_id   uuid primary key references telegram_sessions (id),
  bot_id       bigint not null,
  token_sealed bytea,
  added_at     timestamptz not null
);
