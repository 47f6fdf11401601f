-- Groups whose messages stand in topics, and as whom an account may write in a group.
alter table telegram_channels
  add column forum boolean not null default false,
  -- when Telegram was asked last for its topics and for whom the account may write as
  add column choices_at timestamptz;

create table telegram_topics (
  channel_id uuid not null references telegram_channels (id),
  number     integer not null,
  title      text not null,
  closed     boolean not null,
  -- in the order in which Telegram tells them: those used last first
  position   integer not null,
  primary key (channel_id, number)
);

-- Channels that an account may write as in a group; its own person is not among them.
create table telegram_send_as (
  channel_id     uuid not null references telegram_channels (id),
  telegram_id    bigint not null,
  access_hash    bigint not null,
  name           text not null,
  username       text,
  premium_needed boolean not null,
  position       integer not null,
  primary key (channel_id, telegram_id)
);

-- Where in the group a post stands and as whom it is sent, with the names that they had when it was planned.
alter table deliveries
  add column topic integer,
  add column topic_title text,
  add column send_as bigint,
  add column send_as_name text;
