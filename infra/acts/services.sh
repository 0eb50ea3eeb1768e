#!/usr/bin/env bash
# The hub's own services: their settings, their binaries, their start; sourced.

assembly_of() { echo "$HUB_DIR/bin/$(project_of "$1")/Ceptoar.$(project_of "$1").dll"; }

# The environment of a program, one NAME=value a line.
service_environment() {
  local program=$1 service
  service=$(service_of "$program")
  cat << END
PATH=/usr/bin:/bin
LANG=C.UTF-8
HOME=$HUB_DIR/home/$program
XDG_CACHE_HOME=$HUB_DIR/home/$program
XDG_CONFIG_HOME=$HUB_DIR/home/$program
XDG_DATA_HOME=$HUB_DIR/home/$program
ASPNETCORE_ENVIRONMENT=Production
ASPNETCORE_URLS=http://127.0.0.1:${PORT[$program]}
DOTNET_CLI_TELEMETRY_OPTOUT=1
DOTNET_TieredPGO=0
DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0
DOTNET_gcServer=0
ConnectionStrings__Database=Host=127.0.0.1;Port=${PORT[postgres]};Database=$service;Username=$service;Password=$(secret "database-$service");Maximum Pool Size=40
ConnectionStrings__Broker=amqp://$service:$(secret "broker-$service")@127.0.0.1:${PORT[rabbitmq]}/
Hub__Traces=$HUB_DIR/traces/$program.jsonl
Tickets__PublicKey=$HUB_DIR/secrets/tickets.pub.pem
END
  case $service in
    intake | classification | anonymisation)
      echo "Hub__OwnerKey=$(secret owner-key)"
      echo "KeyRings__Case=$HUB_DIR/keys/case"
      ;;
  esac
  case $service in
    intake | anonymisation) echo "Attachments__Folder=$HUB_DIR/attachments" ;;
  esac
  if [[ $service == intake && -n ${HUB_CLAMD:-} ]]; then echo "Attachments__Clamd=$HUB_CLAMD"; fi
  case $service in
    registry | classification | anonymisation) echo "KeyRings__Identifying=$HUB_DIR/keys/identifying" ;;
  esac
  case $service in
    registry | distribution) echo "KeyRings__Contacts=$HUB_DIR/keys/contacts" ;;
  esac
  if [[ $service == distribution ]]; then echo "Signing__Key=$HUB_DIR/secrets/advisories.pem"; fi
  case $service in
    registry | distribution)
      cat << END
Smtp__Host=127.0.0.1
Smtp__Port=${PORT[mail]}
Smtp__From=hub@ceptoarhub.example
END
      ;;
  esac
  if [[ $service == distribution ]]; then
    cat << END
Escalation__LargeScale=${HUB_LARGE_SCALE_PACE:-00:05:00}
Distribution__PublicUrl=http://127.0.0.1:${PORT[nginx]}
Smtp__Bounces=bounces@ceptoarhub.example
END
  fi
  if [[ $service == registry ]]; then
    cat << END
Tickets__SigningKey=$HUB_DIR/secrets/tickets.pem
Registry__Bootstrap__ClientId=administrator
Registry__Bootstrap__ClientSecret=$(secret bootstrap)
Registry__CentreName=国家サイバー統括室
Registry__CentreNameEn=National Cybersecurity Office
Registry__PublicUrl=http://127.0.0.1:${PORT[nginx]}
KeyRings__People=$HUB_DIR/keys/people
END
  fi
}

# run_service <program> <arguments…>: the service's binary with its account and settings, in the foreground.
run_service() (
  program=$1; shift
  mapfile -t environment < <(service_environment "$program")
  # not by env's arguments: everybody may read those
  for name in $(compgen -e); do export -n "${name?}"; done
  export "${environment[@]}"
  umask 027
  cd "$HUB_DIR/bin/$(project_of "$program")" || exit 1
  as "$program" "$DOTNET" "$(assembly_of "$program")" "$@" 9>&-
)

running() { ctl status "$1" | grep -q ' RUNNING '; }

# The programs of the hub that do not run.
idle_programs() {
  local program status
  status=$(ctl status || true)
  for program in "${PROGRAMS[@]}"; do
    grep -Eq "^services:$program +(RUNNING|STARTING|BACKOFF)" <<< "$status" || echo "$program"
  done
}

copy_service() { # by renaming, so that nothing half copied is ever started
  local from=$REPO/services/$1/bin/Release/net10.0 to=$HUB_DIR/bin/$1
  [[ -d $from ]] || die "$from is missing; build first: infra/hub.sh build"
  rm -rf "$to.new" "$to.old"
  cp -R "$from" "$to.new"
  chmod -R u=rwX,go=rX "$to.new"
  if [[ -d $to ]]; then mv "$to" "$to.old"; fi
  mv "$to.new" "$to"
  rm -rf "$to.old"
}

# The framework writes key files for their owner alone; the ring's other services must read them.
share_keys() {
  as intake find "$HUB_DIR/keys/case" -name '*.xml' -user "$(account_of intake)" -exec chmod 640 {} +
  as registry find "$HUB_DIR/keys/identifying" "$HUB_DIR/keys/contacts" -name '*.xml' -user "$(account_of registry)" -exec chmod 640 {} +
  if is_root; then as registry find "$HUB_DIR/keys/contacts" -name '*.xml' -user "$(account_of registry)" -exec chgrp ceptoar-contacts {} +; fi
}

# Each service brings its database up to date and declares its queues before the first one sends a message.
prepare_service() {
  local program=$1 began=$EPOCHREALTIME
  local log=$HUB_DIR/logs/prepare-$program.log
  run_service "$program" prepare > "$log" 2>&1 || {
    tail -n 40 "$log" >&2
    die "$program could not be prepared; the whole log: $log"
  }
  share_keys
  say "$(printf '%-16s prepared in %5.1f s' "$(service_of "$program")" "$(seconds_since "$began")")"
}

# prepare_services <program…>: those of them that do not run, at once.
prepare_services() {
  local program pids=() pid
  for program in "$@"; do
    if [[ " ${idle[*]} " != *" $program "* ]]; then continue; fi
    prepare_service "$program" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || exit 1; done
}

seconds_since() { awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }'; }

service_ready() { curl --noproxy '*' -sf -o /dev/null --max-time 2 "http://127.0.0.1:${PORT[$1]}/health/ready"; }

start_services() {
  local began=$EPOCHREALTIME idle program service
  mapfile -t idle < <(idle_programs)
  if ((${#idle[@]})); then
    require_ports "${idle[@]}"
    if ((${#idle[@]} == ${#PROGRAMS[@]})) && [[ -z ${HUB_SKIP_COPY:-} ]]; then
      for service in "${SERVICES[@]}"; do copy_service "$(project_of "$service")"; done
    fi
    # the makers of the key rings before those that only read them
    prepare_services registry intake
    prepare_services classification anonymisation distribution-1 drills
    began=$EPOCHREALTIME
    # the group at once: named ones are started one after the other; it minds not those that run already
    ctl start 'services:*' >/dev/null || true
  fi
  local end=$((SECONDS + 120))
  for program in "${PROGRAMS[@]}"; do
    wait_until $((end - SECONDS)) service_ready "$program" || {
      tail -n 40 "$HUB_DIR/logs/$program.log" >&2
      die "$program is not ready after 120 s; the whole log: $HUB_DIR/logs/$program.log"
    }
    if [[ " ${idle[*]} " == *" $program "* ]]; then say "$(printf '%-16s ready after %4.1f s' "$program" "$(seconds_since "$began")")"; fi
  done
}
