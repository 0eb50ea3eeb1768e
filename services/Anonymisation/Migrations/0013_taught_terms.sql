-- Words of renditions that approvers marked: proposed until the owner's manager (remove) or the centre (keep) has looked at them.
-- sealed: the organisation and the word, or the word alone; report_id only while it waits, so that it goes with a withdrawn case
create table taught_term (
  id           uuid primary key,
  action       text not null,
  owner_key    bytea not null,
  report_id    uuid,
  word_key     text not null,
  sealed       text not null,
  proposed_at  timestamptz not null,
  accepted_at  timestamptz,
  unique (action, owner_key, word_key)
);
create index taught_term_report on taught_term (report_id) where report_id is not null;
