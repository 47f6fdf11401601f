-- null until the member has followed the link in the mail; who was here before that was asked for counts as confirmed
alter table members add column email_confirmed_at timestamptz;
update members set email_confirmed_at = created_at;

-- token_hash is SHA-256 of 256 random bits; with an e-mail only that address may use it
create table invitations (
  id uuid primary key,
  token_hash bytea not null unique,
  email text,
  role text not null check (role in ('admin', 'user', 'viewer')),
  created_by uuid references members on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references members on delete set null
);
create index invitations_created on invitations (created_at desc);

-- a solved challenge counts once, on whichever copy of the service it is shown
create table used_captchas (
  challenge text primary key,
  expires_at timestamptz not null
);
create index used_captchas_expiry on used_captchas (expires_at);

-- random keys of this installation, encrypted by the keyring
create table installation_keys (
  name text primary key,
  sealed bytea not null,
  created_at timestamptz not null
);
