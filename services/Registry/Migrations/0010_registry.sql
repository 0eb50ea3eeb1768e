create table organisation (
  id                   uuid primary key,
  number               bigint generated always as identity unique,
  version              bigint not null,
  name                 text not null unique,
  name_en              text,
  kind                 text not null,
  sectors              text[] not null,
  ceptoars             text[] not null,
  prefecture           text,
  size                 text,
  active               boolean not null,
  -- the strings that identify it, sealed with the ring of the directory
  identifying          text not null,
  identifying_version  bigint not null
);
create index organisation_ceptoars on organisation using gin (ceptoars);

create table "group" (
  id             uuid primary key,
  version        bigint not null,
  position       integer not null,
  kind           text not null,
  name           text not null,
  name_en        text not null,
  ceptoars       text[] not null,
  kinds          text[] not null,
  organisations  uuid[] not null,
  secretariat    uuid references organisation,
  ministry       uuid references organisation
);

create table client (
  id               text primary key,
  organisation_id  uuid not null references organisation,
  role             text not null,
  name             text,
  secret_hash      bytea not null,
  created_at       timestamptz not null,
  revoked_at       timestamptz
);
create index client_organisation on client (organisation_id);
