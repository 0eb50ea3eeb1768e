-- Who reported is shown to two people of the centre for a while, with a reason. The reason is encrypted with the key of the case and goes with it.
create table identity_opening (
  id          uuid primary key,
  report_id   uuid not null references report,
  state       text not null,
  reason      bytea,
  asked_by    text not null,
  asked_at    timestamptz not null,
  decided_by  text,
  decided_at  timestamptz,
  open_until  timestamptz,
  looked_at   timestamptz[] not null default '{}'
);
create index identity_opening_report on identity_opening (report_id);
create unique index identity_opening_waits on identity_opening (report_id) where state = 'awaiting';

-- A withdrawn report leads to its reporter for a short while only, and then to nobody.
alter table report
  alter column owner_key drop not null,
  add column withdrawn_at timestamptz;
create index report_withdrawn on report (withdrawn_at) where status = 'withdrawn' and owner_key is not null;
update report set withdrawn_at = now(), reader_keys = '{}', entered_by = null, means = null, told_at = null, confirmed_at = null where status = 'withdrawn';
