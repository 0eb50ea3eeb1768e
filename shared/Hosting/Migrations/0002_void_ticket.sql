-- Tickets that no longer count though they have not run out.
create table void_ticket (
  claim          text not null,
  value          text not null,
  issued_before  timestamptz not null,
  primary key (claim, value)
);
