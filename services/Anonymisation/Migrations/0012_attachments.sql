-- content: name, media type and key of the file with its rendition, encrypted with the key of the case; empty once it was removed
create table case_attachment (
  attachment_id  uuid primary key,
  report_id      uuid not null,
  removed        boolean not null default false,
  content        bytea not null
);
create index case_attachment_report on case_attachment (report_id);
