-- what is shown of a session: the device it was opened from, its address and when it was last used
alter table web_sessions
  add column method text not null default 'password',
  add column browser text,
  add column system text,
  add column address text not null default '-',
  add column seen_at timestamptz;
update web_sessions set seen_at = created_at;
alter table web_sessions alter column seen_at set not null;

-- What was valid and is not any more; every node reads the new rows twice a second. A row is visible
-- when its transaction commits, which need not be in the order of the numbers: so a node asks by the
-- transaction (xid), for all that were not finished when it asked before.
create table revocations (
  number bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('SESSION', 'MEMBER', 'API_KEY')),
  subject uuid not null,
  until timestamptz not null
);
create index revocations_xid on revocations (xid);
create index revocations_subject on revocations (subject, number);
create index revocations_until on revocations (until);

insert into revocations (kind, subject, until)
select 'SESSION', id, ended_at + interval '1 hour' from web_sessions
 where ended_at > now() - interval '1 hour';
