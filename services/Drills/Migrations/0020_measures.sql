-- How far a drill got at each participant: the earliest time of each rung.
create table measure (
  drill_id         uuid not null references drill,
  organisation_id  uuid not null,
  hop              text not null,
  queued_at        timestamptz not null,
  pushed_at        timestamptz,
  delivered_at     timestamptz,
  opened_at        timestamptz,
  confirmed_at     timestamptz,
  cannot_act_at    timestamptz,
  answered_at      timestamptz,
  answer_number    text,
  -- TriedChannel[] as JSON
  tried            jsonb not null,
  primary key (drill_id, organisation_id)
);

create table measured_hop (
  drill_id    uuid not null references drill,
  name        text not null,
  ceptoar     text not null,
  body        uuid not null,
  opened_at   timestamptz,
  relayed_at  timestamptz,
  recipients  integer not null,
  primary key (drill_id, name, ceptoar)
);

-- An answer may be heard before the recipient's first rung.
create table early_answer (
  drill_id         uuid not null,
  organisation_id  uuid not null,
  number           text not null,
  at               timestamptz not null,
  primary key (drill_id, organisation_id)
);

-- The report as it stood when the drill closed; it never changes afterwards, but for the answers to its survey.
create table closed_report (
  drill_id  uuid primary key references drill,
  figures   jsonb not null,
  made_at   timestamptz not null
);
