-- Calls made by hand to recipients that are silent, and hints that were sent again; both are kept as history.
create table call (
  position      bigint generated always as identity primary key,
  advisory_id   uuid not null references advisory,
  version       integer not null,
  recipient_id  uuid not null,
  called_by     uuid not null,
  channel       text not null,
  reached       boolean not null,
  by            text not null,
  comment       text,
  called_at     timestamptz not null
);
create index call_advisory on call (advisory_id, recipient_id, position desc);

create table reminder (
  press         uuid not null,
  advisory_id   uuid not null references advisory,
  version       integer not null,
  recipient_id  uuid not null,
  reminded_by   uuid not null,
  reminded_at   timestamptz not null,
  primary key (press, recipient_id)
);
create index reminder_advisory on reminder (advisory_id, recipient_id, reminded_at desc);
