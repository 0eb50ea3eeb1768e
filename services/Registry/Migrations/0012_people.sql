create table person (
  id                   uuid primary key,
  number               bigint generated always as identity unique,
  organisation_id      uuid not null references organisation,
  email                text,
  normalized_email     text unique,
  -- name and duty, sealed
  details              text not null,
  roles                text[] not null,
  active               boolean not null,
  created_at           timestamptz not null,
  removed_at           timestamptz,
  password_hash        text,
  security_stamp       text,
  two_factor_enabled   boolean not null,
  access_failed_count  integer not null,
  lockout_end          timestamptz,
  lockout_told         boolean not null,
  -- the key of the authenticator and the recovery codes, sealed; the time step of the last code that was used
  authenticator        text,
  authenticator_step   bigint not null,
  recovery_codes       text
);
create index person_organisation on person (organisation_id);

create table mailed_link (
  token_hash  bytea primary key,
  person_id   uuid not null references person,
  purpose     text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  unique (person_id, purpose)
);

create table session (
  id            uuid primary key,
  person_id     uuid not null references person,
  created_at    timestamptz not null,
  last_used_at  timestamptz not null,
  expires_at    timestamptz not null,
  agent         text not null,
  ended_at      timestamptz
);
create index session_person on session (person_id);

create table refresh_token (
  hash        bytea primary key,
  session_id  uuid not null references session on delete cascade,
  used_at     timestamptz
);
create index refresh_token_session on refresh_token (session_id);

create table outgoing_mail (
  id         bigint generated always as identity primary key,
  -- to whom and what, sealed
  sealed     text not null,
  posted_at  timestamptz not null,
  due_at     timestamptz not null,
  attempts   integer not null default 0
);

create table roster_entry (
  id               uuid primary key,
  organisation_id  uuid not null references organisation,
  person_id        uuid not null references person,
  kind             text not null,
  starts_at        timestamptz not null,
  ends_at          timestamptz not null
);
create index roster_entry_organisation on roster_entry (organisation_id);

create table roster_absence (
  id               uuid primary key,
  organisation_id  uuid not null references organisation,
  person_id        uuid not null references person,
  starts_at        timestamptz not null,
  ends_at          timestamptz not null
);
create index roster_absence_organisation on roster_absence (organisation_id);

-- the desk and the executive of an organisation, sealed
create table organisation_contacts (
  organisation_id  uuid primary key references organisation,
  desk             text,
  executive        text
);

alter table client
  add column old_secret_hash   bytea,
  add column old_secret_until  timestamptz;

alter table organisation add column handling_rules_version integer;

create table handling_rules_acceptance (
  organisation_id  uuid not null references organisation,
  version          integer not null,
  accepted_by      text not null,
  accepted_at      timestamptz not null,
  primary key (organisation_id, version)
);
