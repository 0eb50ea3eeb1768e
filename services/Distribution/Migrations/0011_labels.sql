-- The label a source is out under, the one its text was approved for, and the newest change by a person, which may come before what it is of.
alter table advisory_source
  add column tlp                      text not null default 'RED',
  add column flash_label_version      integer not null default 0,
  add column narrative_label_version  integer not null default 0,
  add column narrative_tlp            text,
  add column changed_report_version   integer not null default 0,
  add column changed_label_version    integer not null default 0,
  add column changed_tlp              text,
  add column changed_severity         text,
  add column changed_urgency          text;
update advisory_source s
set tlp = a.tlp, flash_label_version = 1, narrative_label_version = 1, narrative_tlp = case when s.narrative_body is not null then a.tlp end
from advisory a where a.id = s.advisory_id;
