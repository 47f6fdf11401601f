-- What a member is to be told about an account, written with the change of its state. Told ones are kept for a while: they
-- say when the last one of a kind was.
create table notices (
  id         uuid primary key,
  account_id uuid not null references telegram_sessions,
  member_id  uuid not null,
  kind       text not null check (kind in ('LOGIN_OVER', 'LOGIN_UNREADABLE', 'ACCOUNT_GONE', 'POSTS_LATE')),
  name       text not null,
  posts      integer not null,
  until      timestamptz,
  at         timestamptz not null,
  told_at    timestamptz
);
create index notices_waiting on notices (at) where told_at is null;
create index notices_account on notices (account_id, kind, at);
create index notices_told on notices (told_at) where told_at is not null;
