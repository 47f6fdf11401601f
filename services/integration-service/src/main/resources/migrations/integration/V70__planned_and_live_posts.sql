-- Posts have a time of their own and options, and are changed after they were sent.
alter table deliveries
  -- the person's time zone, when the time was given on its clock
  add column planned_zone text,
  -- PostOptions as JSON; what is absent has its default
  add column options jsonb not null default '{}',
  -- how late it may be before a person is told at once, and whether that has happened
  add column patience_seconds integer not null default 3600,
  add column delayed boolean not null default false,
  -- from planned_at until Telegram's answer was here; null for what was sent before this was measured
  add column late_millis bigint,
  -- another post with the same text was found in the channel after an attempt without an outcome
  add column doubled boolean not null default false,
  add column edited_at timestamptz,
  add column deleted_at timestamptz,
  add column pinned boolean not null default false,
  -- what is to be done to the post in the channel; under way while change_due_at is set, refused when change_code is
  add column change_kind text check (change_kind in ('EDIT', 'DELETE', 'PIN', 'UNPIN')),
  add column change_body text,
  add column change_entities jsonb,
  add column change_options jsonb,
  add column change_due_at timestamptz,
  add column change_attempts integer not null default 0,
  add column change_code text,
  add column change_detail text,
  add column change_telegram_type text;

-- The outbox goes by the planned time: what is planned for later stands behind what is due.
drop index deliveries_outbox;
create index deliveries_outbox on deliveries (account_id, planned_at, seq) where state in ('PLANNED', 'SENDING');
-- Whether something earlier of the same channel is still open.
create index deliveries_in_channel on deliveries (channel_id, planned_at, seq) where state in ('PLANNED', 'SENDING');
create index deliveries_changing on deliveries (change_due_at, account_id) where change_due_at is not null;
-- What a member has waiting, and what of it is overdue.
drop index deliveries_waiting;
create index deliveries_waiting on deliveries (member_id, planned_at) where state in ('PLANNED', 'SENDING');
create index deliveries_waiting_all on deliveries (planned_at) where state in ('PLANNED', 'SENDING');
-- Punctuality of the last day, read from the index alone.
create index deliveries_sent on deliveries (member_id, sent_at) include (late_millis, message_number, doubled) where late_millis is not null;
create index deliveries_sent_all on deliveries (sent_at) include (late_millis, message_number, doubled) where late_millis is not null;
