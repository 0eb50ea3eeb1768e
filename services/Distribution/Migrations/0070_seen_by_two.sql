-- Whether a second person saw what waits for the end of its embargo; of what waits already nobody knows, so it is asked for again.
alter table draft add column seen_by_two boolean not null default false;
