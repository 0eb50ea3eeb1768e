-- Something real goes on: no drill begins until a person lifts it. One row at most.
create table hold (
  sole       boolean primary key default true check (sole),
  reason_ja  text not null,
  reason_en  text not null,
  since      timestamptz not null
);
