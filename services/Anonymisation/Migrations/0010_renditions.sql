create table kept_identifying_strings (
  organisation_id  uuid primary key,
  version          bigint not null,
  sealed           text not null
);

create table case_key (
  case_id  uuid primary key,
  wrapped  bytea not null
);

-- content: the report and its rendition, encrypted with the key of the case
create table case_rendition (
  report_id       uuid primary key,
  source_id       uuid not null unique,
  version         bigint not null,
  report_version  integer not null,
  owner_key       bytea not null,
  tlp             text not null,
  narrative       text not null,
  flash           text not null,
  risk            text not null,
  hash            text not null,
  first_approver  text,
  content         bytea not null,
  rendered_at     timestamptz not null
);

create table withdrawn_case (
  report_id  uuid primary key
);
