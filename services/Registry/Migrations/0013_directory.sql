alter table organisation
  add partner_of          text,
  add second_hop          text[] not null default '{}',
  add registered_at       timestamptz not null default now(),
  -- what was said of it and which proposals it refused, sealed; null from before there were proposals
  add identifying_own     text,
  add confirmed_version   bigint,
  add confirmed_at        timestamptz,
  add channels_version    bigint not null default 0;
create index organisation_second_hop on organisation using gin (second_hop);

create table history_entry (
  number           bigint generated always as identity primary key,
  organisation_id  uuid not null references organisation,
  at               timestamptz not null,
  subject          text not null,
  field            text not null,
  from_value       text,
  to_value         text,
  -- of identifying strings
  from_sealed      text,
  to_sealed        text
);
create index history_entry_organisation on history_entry (organisation_id, number);

create table organisation_channel (
  organisation_id  uuid not null references organisation,
  position         integer not null,
  channel          text not null,
  -- address or number and who answers there, sealed; null of the hub itself
  contact          text,
  tested_at        timestamptz,
  test_result      text,
  bouncing         boolean not null,
  primary key (organisation_id, position)
);

create table attestation_record (
  id                   uuid primary key,
  organisation_id      uuid not null references organisation,
  at                   timestamptz not null,
  subject              text not null,
  organisation_version bigint not null,
  identifying_version  bigint not null,
  channels_version     bigint not null
);
create index attestation_record_organisation on attestation_record (organisation_id, at);

create table attestation_task (
  number           bigint generated always as identity primary key,
  organisation_id  uuid not null references organisation,
  reason           text not null,
  note             text,
  opened_at        timestamptz not null,
  due              timestamptz not null,
  reminded_at      timestamptz,
  done_at          timestamptz
);
-- one of a kind at a time
create unique index attestation_task_open on attestation_task (organisation_id, reason) where done_at is null;
