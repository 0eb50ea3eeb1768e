-- A dress rehearsal of a campaign: its way is asked of Distribution, its participants are simulated.
create table rehearsal (
  id           uuid primary key,
  campaign_id  uuid not null references campaign,
  created_no   bigint generated always as identity unique,
  seed         integer not null,
  state        text not null,
  asked_at     timestamptz not null,
  done_at      timestamptz
);

create table rehearsed_drill (
  rehearsal_id  uuid not null references rehearsal,
  drill_id      uuid not null references drill,
  -- PlannedRecipient[] as JSON; null until Distribution answered
  plan          jsonb,
  -- the report's figures as JSON; null until it was played
  figures       jsonb,
  primary key (rehearsal_id, drill_id)
);
