-- The newest version of each advisory as it was signed. Earlier ones go: what a source took back stands nowhere.
create table advisory_signature (
  advisory_id  uuid primary key references advisory deferrable initially deferred,
  version      integer not null,
  document     bytea not null,
  signature    bytea not null,
  key_id       text not null
);
