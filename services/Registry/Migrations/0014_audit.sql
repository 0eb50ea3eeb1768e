-- The trail of all services, and the blocks that seal it. Both only grow; entries may go once their block is a year old.
create table audit_entry (
  number        bigint generated always as identity primary key,
  entry_id      uuid not null unique,
  service       text not null,
  at            timestamptz not null,
  actor         text not null,
  organisation  uuid,
  action        text not null,
  item          text,
  detail        text
);
create index audit_entry_actor on audit_entry (actor, number);
create index audit_entry_action on audit_entry (action, number);

create table audit_block (
  number         bigint primary key,
  first_entry    bigint not null,
  last_entry     bigint not null unique,
  count          integer not null,
  sealed_at      timestamptz not null,
  content_hash   bytea not null,
  previous_hash  bytea not null,
  hash           bytea not null
);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from (select first_entry, sealed_at from audit_block where last_entry >= old.number order by last_entry limit 1) b
    where b.first_entry <= old.number and b.sealed_at < now() - interval '365 days')
  then
    return old;
  end if;
  raise exception 'the audit trail is append-only';
end $$;

create function audit_block_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the blocks of the audit trail are append-only';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function audit_entry_is_append_only();
create trigger audit_entry_never_emptied before truncate on audit_entry for each statement execute function audit_block_is_append_only();
create trigger audit_block_append_only before update or delete on audit_block for each row execute function audit_block_is_append_only();
create trigger audit_block_never_emptied before truncate on audit_block for each statement execute function audit_block_is_append_only();
