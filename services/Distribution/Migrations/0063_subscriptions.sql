-- what a mail server or receiver told of a dispatch, or why it was not sent after all; and a mark of the address it went to
alter table dispatch add column status text;
alter table dispatch add column sent_to text;

-- What a person wants mail about, of what comes to the mailbox of its organisation. It filters nothing away from there.
create table subscription (
  person_id        uuid primary key,
  organisation_id  uuid not null,
  enabled          boolean not null,
  filter           jsonb not null,
  -- times of day in Japan
  quiet_from       time,
  quiet_until      time,
  mode             text not null,
  digest_at        time,
  -- how far the mailbox was looked through
  seen             bigint not null,
  changed_at       timestamptz not null
);
create index subscription_organisation on subscription (organisation_id) where enabled;

-- What waits for a person's mail of the day; it goes with that mail.
create table digest_line (
  person_id    uuid not null references subscription,
  advisory_id  uuid not null references advisory,
  version      integer not null,
  matched_at   timestamptz not null,
  dispatch_id  bigint references dispatch,
  primary key (person_id, advisory_id, version)
);
create index digest_line_waiting on digest_line (person_id) where dispatch_id is null;
create index digest_line_dispatch on digest_line (dispatch_id) where dispatch_id is not null;
