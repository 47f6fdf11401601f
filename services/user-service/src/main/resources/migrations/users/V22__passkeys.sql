-- attested is the authenticator's own block: AAGUID, credential id and public key
create table passkeys (
  id uuid primary key,
  member_id uuid not null references members on delete cascade,
  credential_id bytea not null unique,
  attested bytea not null,
  name text not null,
  sign_count bigint not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_member on passkeys (member_id, created_at);
