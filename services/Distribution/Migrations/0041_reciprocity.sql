-- Advisories of whose confirmations and answers the sources are to be told, and what they were told last. Null: a few.
create table reach_due (
  advisory_id  uuid primary key references advisory
);
create table reach_told (
  advisory_id  uuid primary key references advisory,
  version      bigint not null,
  confirmed    integer,
  useful       integer
);
