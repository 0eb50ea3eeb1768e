-- A group is a rule: whom it names, less whom it leaves out. What is held is asked for anew.
truncate directory_group;
alter table directory_group
  drop column ceptoars,
  drop column kinds,
  drop column organisations,
  add column members text not null,
  add column "except" text,
  add column without_ministries boolean not null,
  add column closed boolean not null;
