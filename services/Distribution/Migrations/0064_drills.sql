-- A drill as Drills last said it: who takes part, and whether it runs.
create table drill (
  id            uuid primary key,
  version       bigint not null,
  state         text not null,
  ceptoar       text not null,
  participants  uuid[] not null,
  two_way       boolean not null,
  reason_ja     text not null,
  reason_en     text not null,
  -- when it was heard here that it ended; null while it runs
  ended_at      timestamptz,
  -- when Drills was last told how far it got; of one that ended
  told_at       timestamptz
);

-- Numbers of drills, so that no live series has a hole.
create sequence drill_advisory_number;

-- Of a drill: which, who may see it, and what it does otherwise than life (DrillTerms as JSON).
alter table advisory
  add column drill_id      uuid,
  add column participants  uuid[],
  add column drill_terms   jsonb;
create index advisory_drill on advisory (drill_id) where drill_id is not null;
alter table advisory_source add column drill_id uuid;

-- What goes after everything live.
alter table inbox add column drill boolean not null default false;
create index inbox_drill on inbox (mailbox_id, sequence) where drill;
alter table dispatch add column drill boolean not null default false;
drop index dispatch_due;
create index dispatch_due on dispatch (channel, drill, due_at) where state = 'waiting';
alter table escalation add column drill boolean not null default false;

-- Of a drill: how much faster than life it runs; null in life. And when it ended before it was relayed.
alter table relay_hop
  add column pace      integer,
  add column ended_at  timestamptz;
drop index relay_hop_waiting;
create index relay_hop_waiting on relay_hop (advisory_id) where opened_at is not null and relayed_at is null and ended_at is null;

-- What Drills was last told of a drill's recipients (by their ids) and hops (by name and CEPTOAR).
create table drill_told (
  drill_id  uuid not null,
  what      text not null,
  told      jsonb not null,
  primary key (drill_id, what)
);

-- Drills are no longer written by hand: such a draft would reach who did not agree, and without its mark it would be live.
delete from advisory_attachment f using draft d where d.id = f.advisory_id and d.drill and d.issued = 0;
delete from draft where drill;
alter table draft drop column drill;
