-- Files that go out with what people write.
create table advisory_attachment (
  id           uuid primary key,
  advisory_id  uuid not null,
  bytes        bytea not null
);
create index advisory_attachment_advisory on advisory_attachment (advisory_id);
