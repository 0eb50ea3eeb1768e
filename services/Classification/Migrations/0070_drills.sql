-- The drill whose answering report it is; null in life.
alter table label_decision add column drill_id uuid;
