-- Why an account does not see a channel any more.
alter table telegram_channels add column gone_why text check (gone_why in ('LEFT', 'CLOSED', 'UNSEEN'));
update telegram_channels set gone_why = 'UNSEEN' where gone_at is not null;
alter table telegram_channels add constraint telegram_channels_gone check ((gone_at is null) = (gone_why is null));

-- What is still to be sent in a channel.
create index deliveries_open_in_channel on deliveries (channel_id) where state in ('PLANNED', 'SENDING');
