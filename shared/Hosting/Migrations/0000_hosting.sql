-- What every service's database has: messages to be said, messages already heard, answers already given.
create table outbox (
  id            bigint generated always as identity primary key,
  message_id    uuid not null,
  type          text not null,
  body          text not null,
  traceparent   text,
  said_at       timestamptz not null,
  leased_until  timestamptz,
  attempts      integer not null default 0
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table heard (
  message_id  uuid not null,
  consumer    text not null,
  heard_at    timestamptz not null default now(),
  primary key (message_id, consumer)
);
create index heard_at on heard (heard_at);

create table idempotency (
  caller      text not null,
  route       text not null,
  key         text not null,
  body_hash   bytea not null,
  status      integer,
  location    text,
  answer      bytea,
  created_at  timestamptz not null default now(),
  primary key (caller, route, key)
);
create index idempotency_created_at on idempotency (created_at);
