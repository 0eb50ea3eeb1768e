-- Labels have a version of their own: people change them between two versions of a report.
alter table report
  add column label_version integer not null default 0,
  add column severity text,
  add column urgency text,
  add column handling text[] not null default '{}',
  drop column labelled_version;
