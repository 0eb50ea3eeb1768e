-- Advisories whose newest version came into further inboxes, noted in the transaction that filled them: what is silent there is laid down next.
create table escalation_wanted (
  id           bigint generated always as identity primary key,
  advisory_id  uuid not null
);

-- Who has not confirmed the newest version, and when what is done next is due; null when all of its plan is done. No row refers to
-- the advisory by a key: that would lock its row, and a release would wait.
create table escalation (
  advisory_id  uuid not null,
  version      integer not null,
  mailbox_id   uuid not null,
  step         integer not null default 0,
  responses    integer not null default 1,
  due_at       timestamptz,
  primary key (advisory_id, mailbox_id, version)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index escalation_due on escalation (due_at) where due_at is not null;

-- What was done, in order. The outcome of what left the hub is the state of its dispatch.
create table escalation_step (
  advisory_id  uuid not null,
  version      integer not null,
  mailbox_id   uuid not null,
  step         integer not null,
  kind         text not null,
  channel      text,
  contact      text,
  outcome      text not null,
  at           timestamptz not null,
  primary key (advisory_id, version, mailbox_id, step)
);

-- What a CEPTOAR says of its pace; the default where it says nothing.
create table escalation_rule (
  ceptoar         text primary key,
  urgent_minutes  integer not null,
  normal_minutes  integer not null,
  responses       integer not null,
  changed_at      timestamptz
);

-- Who of a mailbox confirmed, while some rule asks for more than one; systems together are one, of the id zero.
create table confirmation (
  advisory_id  uuid not null,
  version      integer not null,
  mailbox_id   uuid not null,
  person_id    uuid not null,
  at           timestamptz not null,
  primary key (advisory_id, version, mailbox_id, person_id)
);

-- The gravest severity of which an organisation's executive was sent a copy: 1 low to 4 critical.
create table executive_copy (
  advisory_id  uuid not null,
  mailbox_id   uuid not null,
  severity     integer not null,
  primary key (advisory_id, mailbox_id)
);

-- A channel switched off or on again; the newest of each counts.
create table channel_switch (
  position  bigint generated always as identity primary key,
  channel   text not null,
  is_on     boolean not null,
  reason    text not null,
  at        timestamptz not null
);
create index channel_switch_newest on channel_switch (channel, position desc);

create index dispatch_channel_ended on dispatch (channel, ended_at desc) where ended_at is not null;
