-- Drills (セプター訓練) as they were last heard of, and the reports that answer them: numbers of their own, so that the live series has no hole.
create table drill (
  id            uuid primary key,
  version       bigint not null,
  state         text not null,
  two_way       boolean not null,
  participants  uuid[] not null
);

alter table report add column drill_id uuid;
create index report_drill on report (drill_id, owner_key) where drill_id is not null;
create sequence drill_report_number;
