-- Counts the changes of what is held of the directory, so that a look whether it has changed reads one row. Who changes it waits for who changed it before.
create table directory_change (n bigint not null) with (fillfactor = 20);
insert into directory_change values (0);
create function count_directory_change() returns trigger language plpgsql as
  'begin update directory_change set n = n + 1; return null; end';
create trigger change after insert or update or delete or truncate on directory_organisation execute function count_directory_change();
create trigger change after insert or update or delete or truncate on directory_group execute function count_directory_change();
