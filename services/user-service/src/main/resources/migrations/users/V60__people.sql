-- a blocked member is out, and stays out, until unblocked
alter table members add column blocked_at timestamptz;

-- Members who were deleted, until the services that keep something of theirs have settled that; written with the
-- deletion. Without an heir what they had ends.
create table departures (
  member_id uuid primary key,
  heir_id uuid,
  at timestamptz not null
);
create index departures_at on departures (at);

-- what a second mail of the same invitation is made from
alter table invitations
  add column language text not null default 'en' check (language in ('ru', 'en')),
  add column life_days integer not null default 7 check (life_days between 1 and 30),
  add column sent_at timestamptz;
