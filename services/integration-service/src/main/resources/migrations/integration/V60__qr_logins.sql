-- Logins by QR code: whose number it is shows only when somebody has scanned it.
alter table telegram_logins alter column phone_hash drop not null;
alter table telegram_logins add column method text not null default 'CODE' check (method in ('CODE', 'QR'));
alter table telegram_logins add column qr_link_sealed bytea;
alter table telegram_logins add column qr_expires_at timestamptz;
alter table telegram_logins add check (method = 'QR' or phone_hash is not null);

alter table telegram_logins drop constraint telegram_logins_step_check;
alter table telegram_logins add constraint telegram_logins_step_check
  check (step in ('STARTING', 'CODE_SENT', 'QR_SHOWN', 'PASSWORD_NEEDED', 'SIGNED_IN', 'CANCELLED', 'EXPIRED'));

drop index telegram_logins_open;
create index telegram_logins_open on telegram_logins (member_id, created_at)
  where step in ('CODE_SENT', 'QR_SHOWN', 'PASSWORD_NEEDED');
drop index telegram_logins_expiry;
create index telegram_logins_expiry on telegram_logins (expires_at)
  where step in ('STARTING', 'CODE_SENT', 'QR_SHOWN', 'PASSWORD_NEEDED');
-- The sweep: QR codes that some process has to watch.
create index telegram_logins_shown on telegram_logins (id) where step = 'QR_SHOWN';

-- A person who logs in by QR code may hide the number even from us.
alter table telegram_sessions alter column phone_hash drop not null;
