-- how often a used-up token was used again within the grace; see SessionRules
alter table refresh_tokens add column uses_in_grace integer not null default 0;
