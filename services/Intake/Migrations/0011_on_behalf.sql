-- What an operator told by telephone or FAX, and another entered.
alter table report
  add column entered_by bytea,
  add column means text,
  add column told_at timestamptz,
  add column confirmed_at timestamptz;
