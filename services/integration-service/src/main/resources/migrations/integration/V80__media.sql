-- Files that members have handed in. The contents lie on the disk by their hash, once for all members.
create table media_files (
  id         uuid primary key,
  member_id  uuid not null,
  name       text not null,
  kind       text not null check (kind in ('PHOTO', 'VIDEO', 'VOICE', 'AUDIO', 'DOCUMENT')),
  mime       text not null,
  bytes      bigint not null check (bytes > 0),
  sha256     text not null check (length(sha256) = 64),
  width      integer,
  height     integer,
  created_at timestamptz not null,
  -- handed in again, or named in a post
  used_at    timestamptz not null,
  unique (member_id, sha256, name)
);
create index media_files_unused on media_files (used_at);
create index media_files_content on media_files (sha256);

-- A file on its way to Telegram, once for each account, and what Telegram has made of it.
create table telegram_files (
  account_id         uuid not null references telegram_sessions (id),
  sha256             text not null,
  kind               text not null,
  -- under which Telegram collects the parts, written down before the first one goes
  upload_id          bigint not null,
  confirmed_parts    integer not null default 0,
  remote_kind        text check (remote_kind in ('PHOTO', 'DOCUMENT')),
  remote_id          bigint,
  remote_access_hash bigint,
  remote_reference   bytea,
  updated_at         timestamptz not null,
  primary key (account_id, sha256, kind)
);
create index telegram_files_old on telegram_files (updated_at);

-- What a post carries besides its text. Each file is sent under a random id that follows from the post's own.
alter table deliveries
  add column media jsonb not null default '[]',
  add column poll jsonb,
  add column buttons jsonb not null default '[]',
  -- of all messages of an album; message_number is the first
  add column message_numbers integer[];
-- Which files an open post still needs.
create index deliveries_media on deliveries using gin (media jsonb_path_ops)
  where state in ('PLANNED', 'SENDING') and media <> '[]';
