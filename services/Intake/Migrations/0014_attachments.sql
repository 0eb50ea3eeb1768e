-- content: name, media type, hash and the key of the file, encrypted with the key of the case
create table attachment (
  id         uuid primary key,
  report_id  uuid not null references report,
  size       bigint not null,
  state      text not null,
  content    bytea not null,
  added_at   timestamptz not null
);
create index attachment_report on attachment (report_id, added_at);
create index attachment_unscanned on attachment (added_at) where state = 'quarantined';
