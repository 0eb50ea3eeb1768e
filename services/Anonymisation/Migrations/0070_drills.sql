-- The drill whose answering report it is; null in life.
alter table case_rendition add column drill_id uuid;
