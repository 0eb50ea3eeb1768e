-- The decision about the labels that a source follows, and the label its text was approved for.
alter table advisory_source
  add column labelled_version         integer not null default 0,
  add column label_version            integer not null default 0,
  add column tlp                      text not null default 'RED',
  add column narrative_label_version  integer not null default 0,
  add column narrative_tlp            text;
update advisory_source s set tlp = a.tlp, labelled_version = s.report_version, label_version = 1, narrative_tlp = case when s.narrative_body is not null then a.tlp end from advisory a where a.id = s.advisory_id;
