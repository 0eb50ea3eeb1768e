-- What the reporter is told of what its report led to. first_read_by: the kind of organisation.
alter table released_source add column number text;
alter table report
  add column first_read_by  text,
  add column first_read_at  timestamptz;

create table source_reach (
  source_id    uuid not null,
  advisory_id  uuid not null,
  version      bigint not null,
  confirmed    integer,
  useful       integer,
  primary key (source_id, advisory_id)
);
