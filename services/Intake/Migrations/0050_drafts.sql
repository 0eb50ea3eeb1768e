-- What is being written and not handed in. content: encrypted with a key of its own in case_key, which goes with it.
create table report_draft (
  id          uuid primary key,
  owner_key   bytea not null,
  follows_up  uuid references report,
  version     integer not null,
  content     bytea not null,
  kept_at     timestamptz not null
);
create index report_draft_owner on report_draft (owner_key, kept_at desc);
create index report_draft_kept on report_draft (kept_at);
create index report_draft_follows_up on report_draft (follows_up) where follows_up is not null;
