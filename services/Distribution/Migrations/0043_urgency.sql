-- What is urgent, and every recall, is hinted before what waits.
alter table inbox add column urgent boolean not null default false;
create index inbox_urgent on inbox (mailbox_id, sequence) where urgent;
