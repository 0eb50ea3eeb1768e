-- Two labels, why they are what they are, and who changed them; rules as data.
alter table label_decision
  add column label_version    integer not null default 1,
  add column number           text not null default '',
  add column position         bigint generated always as identity,
  add column reader_keys      bytea[] not null default '{}',
  add column requested_tlp    text not null default 'RED',
  add column floor_original   text,
  add column floor_ceiling    text,
  add column handling         text[] not null default '{}',
  add column severity         text not null default 'unknown',
  add column urgency          text not null default 'normal',
  add column person_severity  text,
  add column person_urgency   text,
  add column drill_marked     boolean not null default false,
  add column content          bytea, -- the report, the reasons and where each was found, the proposal: encrypted with the key of the case
  drop column reasons;
create unique index label_decision_position on label_decision (position);

create table case_key (
  case_id  uuid primary key,
  wrapped  bytea not null
);

create table withdrawn_case (
  report_id  uuid primary key
);

create table label_change (
  id              uuid primary key,
  report_id       uuid not null,
  report_version  integer not null,
  state           text not null,
  from_original   text not null,
  from_ceiling    text not null,
  to_original     text not null,
  to_ceiling      text not null,
  reason          bytea not null, -- encrypted with the key of the case
  asked_by        text not null,
  asked_by_source boolean not null,
  asked_at        timestamptz not null,
  consented_at    timestamptz,
  approved_at     timestamptz,
  approved_by     text,
  decided_at      timestamptz
);
create index label_change_report on label_change (report_id, asked_at);
create index label_change_open on label_change (asked_at) where state = 'awaiting';
create unique index label_change_one on label_change (report_id) where state = 'awaiting';

create table policy_version (
  scope           text not null,
  number          integer not null,
  format          integer not null,
  revision        bigint not null,
  owner           uuid not null,
  state           text not null,
  effective_from  timestamptz,
  rules           jsonb not null,
  relaxed         jsonb not null,
  note            text not null,
  drafted_by      text not null,
  drafted_at      timestamptz not null,
  approved_by     text,
  approved_at     timestamptz,
  signed_off_by   text,
  signed_off_at   timestamptz,
  primary key (scope, number)
);
create sequence policy_revision;
