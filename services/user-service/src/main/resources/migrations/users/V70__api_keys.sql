-- key_hash is SHA-256 of 256 random bits; hint is the beginning of the key, by which its member knows it. last_used_at is
-- written once a minute at most; refused_at likewise, when it is used though it has expired or its member is blocked.
create table api_keys (
  id uuid primary key,
  member_id uuid not null references members on delete cascade,
  name text not null,
  hint text not null,
  key_hash bytea not null unique,
  scopes text[] not null check (scopes <@ array['read', 'publish', 'connect', 'admin']),
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  last_used_address text,
  refused_at timestamptz
);
create index api_keys_member on api_keys (member_id, created_at);
