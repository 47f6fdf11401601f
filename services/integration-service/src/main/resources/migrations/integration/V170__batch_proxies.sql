-- The proxy that all numbers of a list go through; erased as soon as none of them can be asked for again.
alter table connect_batches add column proxy_sealed bytea;
alter table connect_batches add column proxy_round_trip_millis bigint;
