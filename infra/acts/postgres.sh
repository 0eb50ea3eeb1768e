#!/usr/bin/env bash
# The hub's private PostgreSQL; sourced.

configure_postgres() {
  local data=$HUB_DIR/postgres/data
  if [[ ! -s $data/PG_VERSION ]]; then
    # an initialisation that was interrupted leaves a folder that neither runs nor can be initialised
    find "$data" -mindepth 1 -delete
    # C.UTF-8: in locale C trigram search of Japanese finds nothing
    (cd / && as postgres "$POSTGRES_BIN/initdb" --pgdata "$data" --username postgres --encoding UTF8 --locale C.UTF-8 \
      --auth-local trust --auth-host scram-sha-256) > "$HUB_DIR/logs/initdb.log" 2>&1 || die "initdb failed; see $HUB_DIR/logs/initdb.log"
  fi

  as postgres tee "$data/postgresql.conf" >/dev/null << END
listen_addresses = '127.0.0.1'
port = ${PORT[postgres]}
unix_socket_directories = '$HUB_DIR/postgres/socket'
max_connections = 400
shared_buffers = 256MB
password_encryption = scram-sha-256
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %d '
# details of an error quote rows, and rows hold what logs must not
log_error_verbosity = terse
# short statements on few cores: compiling or splitting them costs more than it brings
jit = off
max_parallel_workers_per_gather = 0
END
  # The superuser has no password: only who may enter the socket's folder gets in.
  as postgres tee "$data/pg_hba.conf" >/dev/null << END
local all postgres trust
host all postgres 127.0.0.1/32 reject
host all all 127.0.0.1/32 scram-sha-256
END
}

sql() { "$POSTGRES_BIN/psql" --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --host "$HUB_DIR/postgres/socket" --port "${PORT[postgres]}" --username postgres "$@"; }

postgres_ready() { listens "${PORT[postgres]}" && [[ $(sql postgres --command 'select 1') == 1 ]]; }

# create_databases <name…>: a login role and a database of the same name each.
create_databases() {
  local name
  {
    echo 'revoke connect on database postgres, template1 from public;'
    for name in "$@"; do
      cat << END
select 'create role $name login' where not exists (select from pg_roles where rolname = '$name') \gexec
alter role $name password '$(secret "database-$name")';
select 'create database $name owner $name' where not exists (select from pg_database where datname = '$name') \gexec
revoke connect on database $name from public;
END
      if [[ $name == tests ]]; then echo 'alter role tests createdb;'; fi
    done
  } | sql postgres
}
