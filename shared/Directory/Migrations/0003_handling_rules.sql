alter table directory_organisation add column handling_rules_version integer;
