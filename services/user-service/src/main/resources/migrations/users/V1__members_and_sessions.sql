-- e-mail is stored normalised (see EmailAddress), so that plain equality is enough
create table members (
  id uuid primary key,
  email text not null unique,
  username text not null,
  password_hash text not null,
  role text not null check (role in ('admin', 'user', 'viewer')),
  created_at timestamptz not null
);
create unique index members_username on members (lower(username));

-- the newest key signs, all of them verify; the private half is encrypted by the keyring
create table signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  private_jwk bytea not null,
  created_at timestamptz not null
);

-- one row for each sign-in; its refresh tokens are the family
create table web_sessions (
  id uuid primary key,
  member_id uuid not null references members on delete cascade,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index web_sessions_member on web_sessions (member_id);
create index web_sessions_ended on web_sessions (ended_at) where ended_at is not null;

-- token_hash is SHA-256 of a token of 256 random bits; the token itself is stored nowhere
create table refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references web_sessions on delete cascade,
  expires_at timestamptz not null,
  replaced_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id, expires_at);

create table audit_trail (
  id uuid primary key,
  at timestamptz not null,
  member_id uuid,
  action text not null,
  outcome text not null,
  address text not null,
  details jsonb not null
);
create index audit_trail_at on audit_trail (at);
create index audit_trail_member on audit_trail (member_id, at);

create function audit_trail_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end;
$$;
create trigger audit_trail_append_only before update or delete or truncate on audit_trail
  for each statement execute function audit_trail_is_append_only();
