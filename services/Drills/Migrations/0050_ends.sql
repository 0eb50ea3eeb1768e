-- When the end of a drill was told: later than it ended where the service did not run at its time.
alter table drill add column end_told_at timestamptz;
update drill set end_told_at = ended_at;
