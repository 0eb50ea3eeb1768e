-- Participants whom a drill had not reached when its report was written, with their stages, as JSON; null of a report that was written before.
alter table closed_report add column waiting jsonb;
