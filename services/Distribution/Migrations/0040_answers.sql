-- What a recipient answers, each time anew: the newest row of a mailbox counts.
create table answer (
  position     bigint generated always as identity primary key,
  advisory_id  uuid not null references advisory,
  version      integer not null,
  mailbox_id   uuid not null,
  affected     text not null,
  useful       boolean,
  comment      text,
  answered_at  timestamptz not null
);
create index answer_newest on answer (advisory_id, mailbox_id, position desc);

create table question (
  id           uuid primary key,
  position     bigint generated always as identity unique,
  advisory_id  uuid not null references advisory,
  mailbox_id   uuid not null,
  text         text not null,
  asked_at     timestamptz not null
);
create index question_advisory on question (advisory_id, position);

-- The thread under a question. A source's reply is a code alone, each of its changes once.
create table question_reply (
  position        bigint generated always as identity primary key,
  question_id     uuid not null references question,
  said_by         text not null,
  text            text,
  source_id       uuid,
  source_version  bigint,
  source_answer   text,
  said_at         timestamptz not null,
  unique (question_id, source_id, source_version)
);
