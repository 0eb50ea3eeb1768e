-- By whom and how an organisation is reached, as Registry last said it; sealed.
create table contacts (
  organisation_id  uuid primary key,
  version          bigint not null,
  sealed           text not null
);

-- What leaves the hub for one contact. Where it goes and what it says is looked up when it is sent, and the audience is asked again then.
create table dispatch (
  id            bigint generated always as identity primary key,
  advisory_id   uuid not null references advisory,
  version       integer not null,
  mailbox_id    uuid not null,
  channel       text not null,
  purpose       text not null,
  -- of an escalation: which of its steps wanted it; else 0
  step          integer not null default 0,
  -- which contact of the sheet: desk, executive, webhook, person:<id>, channel:<position>
  contact       text not null,
  state         text not null default 'waiting',
  -- what the other end answered: SMTP or HTTP status; null where it answered nothing
  code          integer,
  attempts      integer not null default 0,
  posted_at     timestamptz not null,
  due_at        timestamptz not null,
  ended_at      timestamptz
);
create index dispatch_due on dispatch (channel, due_at) where state = 'waiting';
create index dispatch_mailbox on dispatch (advisory_id, mailbox_id);
-- what runs again sends nothing twice
create unique index dispatch_once on dispatch (advisory_id, version, mailbox_id, purpose, step, channel, contact);
