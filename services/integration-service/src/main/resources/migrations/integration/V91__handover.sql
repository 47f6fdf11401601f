-- Which auth key an account uses, by the id that travels in clear with every packet: one key is never used twice.
alter table telegram_sessions add column auth_key_id bigint;
create unique index telegram_sessions_key on telegram_sessions (auth_key_id)
  where state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED');

-- Who took a login out of here or brought one in (service-kit's AuditTrail).
create table audit_trail (
  id uuid primary key,
  at timestamptz not null,
  member_id uuid,
  action text not null,
  outcome text not null,
  address text not null,
  details jsonb not null
);
create index audit_trail_at on audit_trail (at);
create index audit_trail_member on audit_trail (member_id, at);

create function audit_trail_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end;
$$;
create trigger audit_trail_append_only before update or delete or truncate on audit_trail
  for each statement execute function audit_trail_is_append_only();
