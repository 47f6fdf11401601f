-- Mail that is to be sent, written in the transaction of the act that it tells of. Recipient and text are encrypted by
-- the keyring: the text carries links. With SMTP a row is deleted once the server has taken the mail; without, it is
-- kept for the local mailbox.
create table mails (
  id uuid primary key,
  letter_sealed bytea not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  kept_at timestamptz
);
create index mails_due on mails (due_at) where kept_at is null;
create index mails_kept on mails (created_at) where kept_at is not null;

-- A link in a mail, which counts once. token_hash is SHA-256 of 256 random bits; email is the address that it was sent
-- to: whoever shows the token can read the mail of that address.
create table links (
  token_hash bytea primary key,
  member_id uuid not null references members on delete cascade,
  purpose text not null
    check (purpose in ('confirm-email', 'leave-email', 'enter-email', 'reset-password')),
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index links_member on links (member_id, purpose, created_at);
create index links_expiry on links (expires_at);

-- the address that a member wants instead, until it is confirmed at both ends
alter table members
  add column pending_email text,
  add column pending_email_until timestamptz;

-- "I forgot my password", as it was asked: looked at later, so that the answer takes as long for an unknown address
create table reset_requests (
  email text primary key,
  language text not null,
  requested_at timestamptz not null
);

-- one sender of mail at a time
create table if not exists leases (
  name text primary key,
  owner text not null,
  epoch bigint not null,
  expires_at timestamptz not null
);
