-- How often anything changed by which an organisation is reached. What stood before there were sheets is said once, when Distribution asks.
alter table organisation add contacts_version bigint not null default 0;
update organisation set contacts_version = 1;

create table organisation_webhook (
  organisation_id  uuid primary key references organisation,
  -- url and secret, sealed
  contact          text not null,
  set_at           timestamptz not null
);

-- whether what was sent to a desk, an executive or a person arrived
create table contact_trial (
  organisation_id  uuid not null references organisation,
  -- desk, executive, person:<id>
  contact          text not null,
  tested_at        timestamptz not null,
  result           text not null,
  primary key (organisation_id, contact)
);
