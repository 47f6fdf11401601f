create table leases (
  name text primary key,
  owner text not null,
  epoch bigint not null,
  expires_at timestamptz not null
);

create table audit_trail (
  id uuid primary key,
  at timestamptz not null,
  member_id uuid,
  action text not null,
  outcome text not null,
  address text not null,
  details jsonb not null
);
