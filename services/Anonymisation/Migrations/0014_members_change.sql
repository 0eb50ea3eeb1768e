-- What members are removed by is compiled anew when their strings or what was taught have changed.
create trigger change after insert or update or delete or truncate on kept_identifying_strings execute function count_directory_change();
create trigger change after insert or update or delete or truncate on taught_term execute function count_directory_change();
