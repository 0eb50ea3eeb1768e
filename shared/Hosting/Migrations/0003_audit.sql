-- Who saw, changed, released or recalled what in this service. Rows are only ever added; one may go once it is a year old.
-- No foreign keys: what a row speaks of may be gone.
create table audit (
  entry_id      uuid primary key,
  at            timestamptz not null,
  actor         text not null,
  organisation  uuid,
  action        text not null,
  item          text,
  detail        text
);
create index audit_at on audit using brin (at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '365 days' then
    return old;
  end if;
  raise exception 'the audit trail is append-only';
end $$;

create trigger audit_append_only before update or delete on audit for each row execute function audit_is_append_only();
create trigger audit_never_emptied before truncate on audit for each statement execute function audit_is_append_only();
