#!/usr/bin/env bash
# The one supervisord that runs all programs of a hub; sourced.

# environment_value: turns NAME=value lines into supervisor's quoted list (its % is %%).
environment_value() { sed 's/%/%%/g; s/=\(.*\)/="\1"/; s/^/  /; $!s/$/,/'; }

open_files() { local most; most=$(ulimit -Hn); if [[ $most == unlimited ]] || ((most > 65536)); then most=65536; fi; echo "$most"; }

supervisor_config() {
  local program
  cat << END
[supervisord]
nodaemon = false
pidfile = $HUB_DIR/supervisor/pid
logfile = $HUB_DIR/logs/supervisord.log
logfile_maxbytes = 5MB
logfile_backups = 2
childlogdir = $HUB_DIR/logs
directory = $HUB_DIR
umask = 027
minfds = $(open_files)
$(if is_root; then echo 'user = root'; fi)

[unix_http_server]
file = $HUB_DIR/supervisor/socket
chmod = 0700

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl = unix://$HUB_DIR/supervisor/socket

[group:services]
programs = $(IFS=,; echo "${PROGRAMS[*]}")
priority = 500

[group:backends]
programs = epmd,postgres,rabbitmq,mail
priority = 100
END

  program_section epmd 100 true rabbitmq "$(command -v epmd) -address 127.0.0.1 -port ${PORT[epmd]}" rabbitmq <<< "HOME=$HUB_DIR/rabbitmq"
  echo 'stopwaitsecs = 2'
  program_section postgres 200 true postgres "$POSTGRES_BIN/postgres -D $HUB_DIR/postgres/data" postgres/data <<< "HOME=$HUB_DIR/postgres/data"
  echo 'stopsignal = INT'
  program_section rabbitmq 300 true rabbitmq "$RABBITMQ_BIN/rabbitmq-server" rabbitmq < <(rabbitmq_environment)
  program_section mail 400 true mail "$PYTHON -m aiosmtpd -n -l 127.0.0.1:${PORT[mail]} -c aiosmtpd.handlers.Mailbox $HUB_DIR/mail/box" mail <<< "HOME=$HUB_DIR/mail"
  program_section nginx 900 false nginx "/bin/bash $HUB_DIR/nginx/run.sh $NGINX $HUB_DIR/nginx ${PORT[nginx]}" nginx <<< "HOME=$HUB_DIR/nginx"
  echo 'stopasgroup = true'
  for program in "${PROGRAMS[@]}"; do
    program_section "$program" 500 false "$program" "$DOTNET $(assembly_of "$program")" "bin/$(project_of "$program")" < <(service_environment "$program")
  done
}

# program_section <name> <priority> <autostart> <account's program> <command> <folder>; the environment comes on stdin.
program_section() {
  cat << END

[program:$1]
command = $5
directory = $HUB_DIR/$6
priority = $2
autostart = $3
autorestart = true
startsecs = 1
startretries = 1000000
stopwaitsecs = 6
killasgroup = true
umask = 027
redirect_stderr = true
stdout_logfile = $HUB_DIR/logs/$1.log
stdout_logfile_maxbytes = 20MB
stdout_logfile_backups = 3
$(if is_root; then echo "user = $(account_of "$4")"; fi)
environment =
$(environment_value)
END
}

configuration() { echo "$HUB_DIR/supervisor/supervisord.conf"; }

write_supervisor_config() { (umask 077; supervisor_config > "$(configuration)"); }

# Prints the pid of this hub's supervisord; fails when it does not run.
supervisor_pid() {
  local pid
  pid=$(cat "$HUB_DIR/supervisor/pid" 2>/dev/null) || return 1
  tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "-c $(configuration) " || return 1
  echo "$pid"
}

start_supervisor() {
  # env -i: nothing of the caller's environment reaches the services
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME="$HUB_DIR/supervisor" \
    "$(command -v supervisord)" -c "$(configuration)" 9>&- || die "supervisord does not start"
  wait_until 10 supervisor_pid || die "supervisord ended at once; see $HUB_DIR/logs/supervisord.log"
  wait_until 10 test -S "$HUB_DIR/supervisor/socket" || die "supervisord does not answer; see $HUB_DIR/logs/supervisord.log"
}

# Supervisor names a program of a group group:program.
supervisor_name() {
  case " ${PROGRAMS[*]} " in *" $1 "*) echo "services:$1"; return ;; esac
  case $1 in epmd | postgres | rabbitmq | mail) echo "backends:$1" ;; *) echo "$1" ;; esac
}

ctl() {
  supervisor_pid >/dev/null || die "the hub in $HUB_DIR does not run"
  local words=() word
  for word in "$@"; do words+=("$(supervisor_name "$word")"); done
  supervisorctl -c "$(configuration)" "${words[@]}"
}

gone() { ! kill -0 "$1" 2>/dev/null; }

# Ends what listens on our ports though no supervisord knows it any more.
end_leftovers() {
  local pids pid
  mapfile -t pids < <(listeners)
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait_until 5 gone "$pid" || kill -KILL "$pid" 2>/dev/null || true; done
}

stop_supervisor() {
  local pid child
  if pid=$(supervisor_pid); then
    # it stops front door, services and backends in this order, and kills what does not go in time
    kill -TERM "$pid"
    if ! wait_until 25 gone "$pid"; then
      for child in $(pgrep -P "$pid"); do kill -KILL -- "-$child" || true; done
      kill -KILL "$pid"
    fi
  fi
  end_leftovers
  rm -f "$HUB_DIR/supervisor/pid" "$HUB_DIR/supervisor/socket"
}

# Nobody else may sit on a port that the given programs need.
require_ports() {
  local name
  for name in "$@"; do
    if listens "${PORT[$name]}"; then
      die "port ${PORT[$name]} ($name) is taken by somebody else: $(ss -Hltnp "sport = :${PORT[$name]}" | grep -o 'users:.*' | head -n 1 || true) - choose another HUB_PORT"
    fi
  done
}

# start_backends <user…>: PostgreSQL, RabbitMQ and the mail server up, with a database and a broker account for each user.
start_backends() {
  enter_place
  if supervisor_pid >/dev/null; then
    [[ $(cat "$HUB_DIR/port") == "$HUB_PORT" ]] || die "the hub in $HUB_DIR runs on port $(cat "$HUB_DIR/port"); stop it first"
    ctl start 'backends:*' >/dev/null || true
  else
    make_accounts
    find_place
    make_folders
    make_secrets
    end_leftovers
    require_ports "${BACKENDS[@]}"
    configure_postgres
    configure_rabbitmq "$@"
    configure_nginx
    write_supervisor_config
    start_supervisor
  fi
  wait_until 60 postgres_ready || die "PostgreSQL does not come up: $(tail -n 5 "$HUB_DIR/logs/postgres.log")"
  create_databases "$@"
  wait_until 60 rabbitmq_ready || die "RabbitMQ does not come up: $(tail -n 20 "$HUB_DIR/logs/rabbitmq.log")"
  wait_until 20 mail_ready || die "the mail server does not come up: $(tail -n 5 "$HUB_DIR/logs/mail.log")"
}

# One act on a hub at a time.
lock() {
  enter_place
  if [[ -d $HUB_DIR/supervisor ]]; then
    exec 9> "$HUB_DIR/supervisor/lock"
    flock 9
  fi
}
