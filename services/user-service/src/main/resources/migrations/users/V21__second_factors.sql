-- when a session last proved who it is by more than its cookie
alter table web_sessions add column proved_at timestamptz;
update web_sessions set proved_at = created_at;
alter table web_sessions alter column proved_at set not null;

-- attempts that were not right (or not known to be right yet); see SignInLimits
create table sign_in_attempts (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index sign_in_attempts_last on sign_in_attempts (last_at);

-- something begun that is finished by a second request; id_hash is SHA-256 of 256 random bits
create table challenges (
  id_hash bytea primary key,
  purpose text not null,
  member_id uuid references members on delete cascade,
  content_sealed bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);
create index challenges_expires on challenges (expires_at);
create index challenges_member on challenges (member_id);

-- secret_sealed is encrypted by the keyring, bound to the member; a step is accepted once
create table totp_secrets (
  member_id uuid primary key references members on delete cascade,
  secret_sealed bytea not null,
  last_step bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);

-- code_hash is SHA-256 of 80 random bits
create table recovery_codes (
  member_id uuid not null references members on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (member_id, code_hash)
);
