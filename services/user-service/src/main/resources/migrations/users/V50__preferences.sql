-- how a member wants the cabinet; null until they say so
alter table members
  add column language text check (language in ('ru', 'en')),
  -- a name of the IANA database, such as Europe/Moscow
  add column time_zone text,
  add column theme text check (theme in ('light', 'dark', 'system'));
