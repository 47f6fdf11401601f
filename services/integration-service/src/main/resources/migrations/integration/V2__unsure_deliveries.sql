-- What is known of earlier attempts of a delivery.
alter table deliveries
  -- an attempt ended without an outcome: the post may stand in the channel
  add column unsure boolean not null default false,
  -- faults that Telegram reported itself; unknown outcomes do not count
  add column faults integer not null default 0;

update deliveries set unsure = true where state = 'SENDING';
