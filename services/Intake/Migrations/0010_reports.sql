create sequence report_number;

create table report (
  id                 uuid primary key,
  position           bigint generated always as identity unique,
  number             text not null unique,
  owner_key          bytea not null,
  reader_keys        bytea[] not null,
  version            integer not null,
  status             text not null,
  requested_tlp      text not null,
  original           text,
  ceiling            text,
  labelled_version   integer not null default 0,
  rendition_version  bigint not null default 0,
  source_id          uuid,
  flash              text not null default 'none',
  notices            jsonb not null default '[]',
  submitted_at       timestamptz not null
);
create index report_owner on report (owner_key, position desc);
create index report_readers on report using gin (reader_keys);

-- content: encrypted with the key of the case
create table report_version (
  report_id     uuid not null references report,
  version       integer not null,
  content       bytea not null,
  submitted_at  timestamptz not null,
  primary key (report_id, version)
);

create table case_key (
  case_id  uuid primary key,
  wrapped  bytea not null
);

create table released_source (
  source_id    uuid primary key,
  advisory_id  uuid not null,
  narrative    boolean not null
);
