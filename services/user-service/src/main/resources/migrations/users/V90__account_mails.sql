-- whether the member wants mails about their accounts; null, as long as they have not said, means yes
alter table members add column account_mails boolean;

-- notices of other services that were passed on, so that none is mailed twice
create table passed_notices (
  id uuid primary key,
  passed_at timestamptz not null
);
create index passed_notices_passed on passed_notices (passed_at);
