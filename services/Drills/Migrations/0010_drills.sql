-- A year's campaign, of which each CEPTOAR has a drill.
create table campaign (
  id           uuid primary key,
  created_no   bigint generated always as identity unique,
  year         integer not null,
  title_ja     text not null,
  title_en     text not null,
  aims_ja      text not null,
  aims_en      text not null,
  -- what is said unless a CEPTOAR says it otherwise: DrillText as JSON
  text         jsonb not null,
  revision     integer not null,
  created_at   timestamptz not null,
  closed_at    timestamptz
);

-- Whether an organisation agreed to take part in drills; none has until it says so.
create table consent (
  organisation_id  uuid primary key,
  agreed           boolean not null,
  -- who recorded it, and, where not the organisation itself, how it said so
  recorded_by      text not null,
  how              text,
  at               timestamptz not null
);

create table drill (
  id             uuid primary key,
  created_no     bigint generated always as identity unique,
  campaign_id    uuid not null references campaign,
  ceptoar        text not null,
  state          text not null,
  revision       integer not null,
  -- rises with each DrillChanged that was published
  version        bigint not null,
  -- announced: starts_at is known to all; unannounced: somewhere in the window, drawn when it was planned and told to its controllers alone
  announced      boolean not null,
  starts_at      timestamptz not null,
  window_from    timestamptz,
  window_until   timestamptz,
  minutes        integer not null,
  tlp            text not null,
  -- DrillText as JSON; what is null in it is the campaign's
  text           jsonb not null,
  two_way        boolean not null,
  without_liaison boolean not null,
  content_in_mail boolean not null,
  channels_off   text[] not null,
  pace           integer not null,
  started_at     timestamptz,
  ended_at       timestamptz,
  stop_reason_ja text,
  stop_reason_en text
);
create index drill_due on drill (starts_at) where state = 'planned';
create index drill_running on drill (started_at) where state = 'running';

-- Two drills of one CEPTOAR on one day (of Japan) confuse everybody; a stopped or cancelled one makes room.
create unique index drill_of_the_day on drill (ceptoar, ((starts_at at time zone 'Asia/Tokyo')::date)) where state in ('planned', 'running', 'closed');

-- Whom a secretariat chose. Bodies on the way and the centre are added when it starts, with is_body.
create table participant (
  drill_id         uuid not null references drill,
  organisation_id  uuid not null,
  is_body          boolean not null,
  primary key (drill_id, organisation_id)
);
create index participant_of on participant (organisation_id);
