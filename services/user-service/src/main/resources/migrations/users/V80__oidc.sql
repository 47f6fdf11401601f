-- who a member is at a provider; subject is what the provider calls them and never changes, the e-mail is for people only
create table oidc_identities (
  id uuid primary key,
  member_id uuid not null references members on delete cascade,
  issuer text not null,
  subject text not null,
  email text,
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject),
  unique (member_id, issuer)
);

-- somebody who came by a provider has no password until they choose one
alter table members alter column password_hash drop not null;
