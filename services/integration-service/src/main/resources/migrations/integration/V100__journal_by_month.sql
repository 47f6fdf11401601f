-- The journal grows with every act, so it is kept by month: an old month is dropped whole, and a question about some
-- days reads only their months. What has no month of its own (yet) goes to integration_logs_rest; nothing is refused.
alter table integration_logs rename to integration_logs_before;
alter table integration_logs_before rename constraint integration_logs_pkey to integration_logs_before_pkey;
drop index integration_logs_list, integration_logs_account, integration_logs_day, integration_logs_member_day;

create sequence integration_logs_number;

create table integration_logs (
  at              timestamptz not null,
  seq             bigint not null default nextval('integration_logs_number'),
  id              uuid not null,
  member_id       uuid not null,
  account_id      uuid,
  kind            text not null,
  result          text not null check (result in ('OK', 'REFUSED', 'FAILED')),
  code            text,
  telegram_type   text,
  detail          text,
  peer_title      text,
  duration_millis bigint,
  -- which attempt of a delivery it was, counted from 1
  attempt         integer,
  -- shared by all acts of one delivery or one login; an act that stands alone has its own
  trace_id        uuid not null,
  primary key (at, seq) include (kind, result)
) partition by range (at);

alter sequence integration_logs_number owned by integration_logs.seq;

create index integration_logs_member on integration_logs (member_id, at, seq) include (kind, result);
create index integration_logs_account on integration_logs (account_id, at, seq);
create index integration_logs_trace on integration_logs (trace_id, at);
-- What went wrong is rare and asked for by type, account and time: answered from these alone.
create index integration_logs_trouble on integration_logs (at) include (account_id, code, telegram_type)
  where result <> 'OK';
create index integration_logs_member_trouble on integration_logs (member_id, at) include (account_id, code, telegram_type)
  where result <> 'OK';

create table integration_logs_rest partition of integration_logs default;

-- Makes the partition of one month, with what had come to the rest meanwhile; false when it is there already.
create function integration_logs_add_month(first_day date) returns boolean language plpgsql as $$
declare
  part   text := 'integration_logs_' || to_char(first_day, 'YYYY_MM');
  begins timestamptz := first_day::timestamp at time zone 'UTC';
  ends   timestamptz := (first_day + interval '1 month') at time zone 'UTC';
begin
  if to_regclass(part) is not null then
    return false;
  end if;
  lock table integration_logs_rest in access exclusive mode;
  execute format('create table %I (like integration_logs including all)', part);
  execute format(
    'with late as (delete from integration_logs_rest where at >= %L and at < %L returning *) insert into %I select * from late',
    begins, ends, part);
  execute format('alter table integration_logs attach partition %I for values from (%L) to (%L)', part, begins, ends);
  return true;
end $$;

select integration_logs_add_month(month::date)
  from (select distinct date_trunc('month', at at time zone 'UTC') as month from integration_logs_before
        union
        select date_trunc('month', now() at time zone 'UTC') + n * interval '1 month' from generate_series(0, 3) n) months
 order by month;

insert into integration_logs (at, seq, id, member_id, account_id, kind, result, code, telegram_type, detail,
    peer_title, duration_millis, trace_id)
select at, seq, id, member_id, account_id, kind, result, code, telegram_type, detail, peer_title, duration_millis, id
  from integration_logs_before;

select setval('integration_logs_number', (select coalesce(max(seq), 1) from integration_logs_before));

drop table integration_logs_before;
