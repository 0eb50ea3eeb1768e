-- What kept a rehearsed drill from beginning, as it stood then: Obstacle[] as JSON.
alter table rehearsed_drill add column obstacles jsonb not null default '[]';
