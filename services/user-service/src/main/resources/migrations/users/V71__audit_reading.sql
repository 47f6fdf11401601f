-- The trail is read newest first, a page at a time; id tells apart what happened at one moment.
create index audit_trail_newest on audit_trail (at, id);
create index audit_trail_of_member on audit_trail (member_id, at, id);
create index audit_trail_of_action on audit_trail (action, at, id);
create index audit_trail_of_address on audit_trail (address, at, id);
drop index audit_trail_at;
drop index audit_trail_member;
