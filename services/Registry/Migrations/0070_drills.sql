-- Whom a drill could not reach by what the directory holds; in its lint until it has confirmed its entries since.
create table drill_unreached (
  organisation_id  uuid not null references organisation,
  drill_id         uuid not null,
  found_at         timestamptz not null,
  primary key (organisation_id, drill_id)
);
