-- When Distribution said that the drill's advisory is out; null until then.
alter table drill add column released_at timestamptz;
update drill d set released_at = started_at where exists (select from measure m where m.drill_id = d.id);
