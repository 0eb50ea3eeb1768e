create sequence advisory_number;

create table advisory (
  id             uuid primary key,
  number         text not null unique,
  state          text not null,
  version        integer not null,
  tlp            text not null,
  audience       uuid[] not null,
  audience_key   text not null,
  content        jsonb not null,
  recall_reason  text,
  first_issued_at  timestamptz not null,
  issued_at      timestamptz not null
);

-- what each source (a report, by an id that leads nowhere else) gave to an advisory
create table advisory_source (
  source_id          uuid primary key,
  advisory_id        uuid references advisory deferrable initially deferred,
  report_version     integer not null,
  flash              jsonb,
  narrative_version  integer not null default 0,
  narrative_title    text,
  narrative_body     text,
  withdrawn          boolean not null default false
);
create index advisory_source_advisory on advisory_source (advisory_id);

create table advisory_indicator (
  advisory_id   uuid not null references advisory deferrable initially deferred,
  type          text not null,
  value         text not null,
  primary key (advisory_id, type, value)
);
create index advisory_indicator_value on advisory_indicator (type, value);

-- one counter a mailbox: its numbers have no gap, for the row stays locked until the rows that took them are committed
create table mailbox (
  id    uuid primary key,
  last  bigint not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create table inbox (
  mailbox_id     uuid not null,
  sequence       bigint not null,
  advisory_id    uuid not null references advisory deferrable initially deferred,
  version        integer not null,
  event          text not null,
  issued_at      timestamptz not null,
  pushed_at      timestamptz,
  delivered_at   timestamptz,
  opened_at      timestamptz,
  confirmed_at   timestamptz,
  cannot_act_at  timestamptz,
  comment        text,
  primary key (mailbox_id, sequence)
) with (fillfactor = 80);
create unique index inbox_advisory on inbox (advisory_id, mailbox_id, version);
