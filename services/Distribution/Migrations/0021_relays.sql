-- The hops of an advisory of the centre that bodies relay.
create table relay_hop (
  advisory_id  uuid not null references advisory deferrable initially deferred,
  name         text not null,
  ceptoar      text not null,
  body         uuid not null,
  opened_at    timestamptz,
  relayed_at   timestamptz,
  note         text,
  reached      uuid[] not null,
  primary key (advisory_id, name, ceptoar)
);
create index relay_hop_waiting on relay_hop (advisory_id) where opened_at is not null and relayed_at is null;

-- What a CEPTOAR says of its hops; the default where it says nothing.
create table relay_rule (
  ceptoar        text not null,
  hop            text not null,
  mode           text not null,
  after_minutes  integer not null,
  changed_at     timestamptz,
  primary key (ceptoar, hop)
);

create table large_scale_switch (
  id      bigint generated always as identity primary key,
  is_on   boolean not null,
  reason  text not null,
  at      timestamptz not null
);
