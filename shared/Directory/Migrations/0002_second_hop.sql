-- CEPTOARs that relay to the organisation though it is no member.
alter table directory_organisation add second_hop text[] not null default '{}';
