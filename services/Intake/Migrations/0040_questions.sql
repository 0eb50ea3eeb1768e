-- What recipients ask the reporter back, by the source id of the case, for the advisory may be known before the pair is; gone with the withdrawal.
create table asked_question (
  question_id  uuid not null,
  source_id    uuid not null,
  number       text not null,
  text         text not null,
  asked_at     timestamptz not null,
  answer       text,
  version      bigint not null default 0,
  answered_at  timestamptz,
  primary key (question_id, source_id)
);
create index asked_question_source on asked_question (source_id, asked_at);
create index report_source on report (source_id);
