-- The sheets of a campaign: the self-check (自己点検) before and the survey (調査票) after.
create table sheet (
  campaign_id  uuid not null references campaign,
  kind         text not null,
  -- Question[] as JSON
  questions    jsonb not null,
  primary key (campaign_id, kind)
);

create table sheet_answer (
  drill_id         uuid not null references drill,
  organisation_id  uuid not null,
  kind             text not null,
  answers          jsonb not null,
  at               timestamptz not null,
  primary key (drill_id, organisation_id, kind)
);
