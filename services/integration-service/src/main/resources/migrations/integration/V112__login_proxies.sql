-- The proxy that a login under way goes through from its first contact on; the account takes it over.
alter table telegram_logins add column proxy_sealed bytea;
alter table telegram_logins add column proxy_round_trip_millis bigint;
