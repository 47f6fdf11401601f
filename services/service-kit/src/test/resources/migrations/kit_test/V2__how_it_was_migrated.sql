create table migrated_with as
  select name, setting from pg_settings where name like '%timeout';
