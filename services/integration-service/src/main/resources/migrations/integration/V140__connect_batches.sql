-- Many numbers to be connected, one row each. A row that has begun shows the step of its login, which is written in one
-- place only; the number is sealed, and erased as soon as the row can never be asked for again.
create table connect_batches (
  id              uuid primary key,
  seq             bigint generated always as identity,
  member_id       uuid not null,
  idempotency_key text not null,
  body_hash       text not null,
  created_at      timestamptz not null,
  unique (member_id, idempotency_key)
);

create index connect_batches_list on connect_batches (member_id, seq desc);

-- The login of a row stays as long as its batch, and does not count among those that a person begins one by one.
alter table telegram_logins add column batch_id uuid references connect_batches (id) on delete set null;
create index telegram_logins_batch on telegram_logins (batch_id) where batch_id is not null;

create table connect_batch_rows (
  id                    uuid primary key,
  batch_id              uuid not null references connect_batches (id) on delete cascade,
  member_id             uuid not null,
  line                  integer not null,
  step                  text not null check (step in ('WAITING', 'BEGUN', 'REFUSED', 'CANCELLED')),
  phone_masked          text not null,
  phone_hash            text,
  phone_sealed          bytea,
  login_id              uuid references telegram_logins (id),
  -- Telegram has asked this number to wait, or could not be reached
  not_before            timestamptz,
  attempts              integer not null default 0,
  -- its login is to be ended at Telegram, too
  cancel_wanted         boolean not null default false,
  refusal_code          text,
  refusal_detail        text,
  refusal_telegram_type text,
  unique (batch_id, line),
  check (step not in ('WAITING', 'BEGUN') or phone_hash is not null),
  check ((step = 'BEGUN') = (login_id is not null))
);

-- What still has something to do keeps its number.
create index connect_batch_rows_open on connect_batch_rows (member_id) where phone_sealed is not null;
create index connect_batch_rows_login on connect_batch_rows (login_id) where login_id is not null;

create view connect_batch_steps as
select r.*,
       case when r.step <> 'BEGUN' then r.step
            when l.step = 'SIGNED_IN' then 'CONNECTED'
            else l.step end as shown_step,
       l.account_id
  from connect_batch_rows r left join telegram_logins l on l.id = r.login_id;

-- Every code that a batch has asked for, and what came of it: the pace is kept by these, whatever becomes of the batches.
create table connect_starts (
  id        uuid primary key,
  member_id uuid not null,
  row_id    uuid not null,
  at        timestamptz not null,
  outcome   text check (outcome in ('ASKED', 'HELD', 'OTHER')),
  -- HELD: until when Telegram wants no more
  until     timestamptz
);

create index connect_starts_at on connect_starts (at);
