-- What a drill has unless it is said otherwise when it is planned.
alter table campaign
  add column tlp             text not null default 'GREEN',
  add column two_way         boolean not null default false,
  add column without_liaison boolean not null default false,
  add column content_in_mail boolean not null default true,
  add column channels_off    text[] not null default '{}';
