-- The newest labels heard of a report: a person's change may come before the version it is of.
create table case_label (
  report_id       uuid primary key,
  report_version  integer not null,
  label_version   integer not null,
  ceiling         text not null,
  severity        text,
  urgency         text,
  handling        text[] not null
);
alter table case_rendition add column label_version integer not null default 0;
insert into case_label (report_id, report_version, label_version, ceiling, handling) select report_id, report_version, 0, tlp, '{}' from case_rendition;
