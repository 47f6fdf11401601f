-- How long a film or a recording plays, as its header says; null when that is not known.
alter table media_files add column seconds double precision;
