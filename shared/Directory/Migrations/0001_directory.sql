-- What this service holds of Registry's directory.
create table directory_organisation (
  id        uuid primary key,
  version   bigint not null,
  name      text not null,
  kind      text not null,
  sectors   text[] not null,
  ceptoars  text[] not null,
  region    text,
  size      text,
  active    boolean not null
);

create table directory_group (
  id             uuid primary key,
  version        bigint not null,
  kind           text not null,
  name           text not null,
  name_en        text not null,
  ceptoars       text[] not null,
  kinds          text[] not null,
  organisations  uuid[] not null,
  secretariat    uuid,
  ministry       uuid
);
