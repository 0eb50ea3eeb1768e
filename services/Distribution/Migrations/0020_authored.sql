-- What people write: the text that is worked on, beside the advisory that stands released.
create table draft (
  id             uuid primary key,
  created_no     bigint generated always as identity,
  revision       integer not null,
  state          text not null,
  issued         integer not null,
  author         uuid not null,
  written_by     text not null,
  written_at     timestamptz not null,
  tlp            text not null,
  audience       uuid[] not null,
  people         uuid[] not null,
  drill          boolean not null,
  embargo_until  timestamptz,
  expires_at     timestamptz,
  content        jsonb not null
);
create index draft_author on draft (author, created_no);
create index draft_embargo on draft (embargo_until) where state = 'scheduled';

alter table advisory
  add column author      uuid,
  add column drill       boolean not null default false,
  add column people      uuid[] not null default '{}',
  add column relayed     boolean not null default false,
  add column recipients  integer not null default 0,
  add column expires_at  timestamptz;
create index advisory_author on advisory (author, first_issued_at) where author is not null;

-- By which hop the row came: audience where it went straight.
alter table inbox add column hop text not null default 'audience';
