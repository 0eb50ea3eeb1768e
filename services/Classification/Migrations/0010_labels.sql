create table label_decision (
  report_id   uuid not null,
  version     integer not null,
  owner_key   bytea not null,
  original    text not null,
  ceiling     text not null,
  reasons     jsonb not null,
  decided_at  timestamptz not null,
  primary key (report_id, version)
);
