-- Of what Distribution tells last of a drill: the parts that came, and how many there are.
alter table drill
  add column final_parts integer[] not null default '{}',
  add column final_of    integer;
