-- The overview asks for the lines of the last day, of one member or of all; with what it counts in the index, the table is not read.
create index integration_logs_day on integration_logs (at) include (kind, result);
create index integration_logs_member_day on integration_logs (member_id, at) include (kind, result);
create index telegram_sessions_states on telegram_sessions (state) where state <> 'DISCONNECTED';
create index deliveries_waiting on deliveries (member_id) where state in ('PLANNED', 'SENDING');
