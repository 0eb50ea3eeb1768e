-- Groups that secretariats, analysts and administrators make: expressions of CEPTOARs, sectors, kinds, organisations and other groups.
alter table "group"
  add column sectors text[] not null default '{}',
  add column groups uuid[] not null default '{}',
  add column "except" text,
  add column without_ministries boolean not null default false,
  add column owner uuid references organisation,
  add column closed boolean not null default false;
