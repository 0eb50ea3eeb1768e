-- When Drills was told everything of a drill up to its end.
alter table drill add column final_at timestamptz;
update drill set final_at = told_at;
