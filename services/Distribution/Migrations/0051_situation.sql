-- When a source was first heard of: the situation counts by it.
alter table advisory_source add column heard_at timestamptz not null default now();
update advisory_source s set heard_at = a.first_issued_at from advisory a where a.id = s.advisory_id;
create index advisory_source_heard on advisory_source (heard_at);
