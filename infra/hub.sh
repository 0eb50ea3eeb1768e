#!/usr/bin/env bash
# hub.sh <command> - the whole hub of HUB_DIR; without a command it says which there are.
infra=$(dirname "${BASH_SOURCE[0]}")
. "$infra/env.sh"
for act in "$infra"/acts/*.sh; do
  # shellcheck source=/dev/null
  . "$act"
done

usage() {
  cat << 'END'
hub.sh build               builds the services and the Portal
hub.sh portal              builds the Portal alone and lets a running hub serve it
hub.sh start               starts whatever of the hub does not run
hub.sh stop                ends the hub
hub.sh status              what runs
hub.sh pid <program>       the process id of a program
hub.sh restart <program>   stops and starts a program
hub.sh replay              puts the messages of all error queues back
hub.sh verify              checks the chain of the audit trail
hub.sh code <person>       the present code of a person of the demonstration
hub.sh wipe                ends the hub and forgets everything it kept
hub.sh supervisorctl <…>   anything else supervisor can do
END
}

start() {
  local began=$EPOCHREALTIME users=("${SERVICES[@]}")
  lock
  if [[ -n ${HUB_TESTS:-} ]]; then users+=(tests); fi
  start_backends "${users[@]}"
  if [[ -n ${HUB_TESTS:-} ]]; then write_tests_access; fi
  say "$(printf '%-16s ready after %4.1f s' backends "$(seconds_since "$began")")"
  start_services
  start_nginx
  publish_openapi
  say "$(printf '%-16s ready after %4.1f s: http://127.0.0.1:%s' hub "$(seconds_since "$began")" "$HUB_PORT")"
}

enter_place
case ${1:-} in
  build)
    dotnet build "$REPO/CeptoarHub.sln" -c Release -nodeReuse:false
    build_portal
    ;;
  portal)
    build_portal
    if [[ -d $HUB_DIR/nginx ]] && running nginx; then
      configure_nginx
      ctl signal HUP nginx >/dev/null
    fi
    ;;
  start) start ;;
  stop) stop_supervisor ;;
  status) ctl status ;;
  pid) ctl pid "${2:?which program?}" ;;
  restart) ctl restart "${2:?which program?}" ;;
  replay)
    for service in "${SERVICES[@]}"; do
      program=$service
      if [[ $service == distribution ]]; then program=distribution-1; fi
      run_service "$program" replay
    done
    ;;
  code) "$PYTHON" "$REPO/infra/demo-code.py" "$HUB_DIR/demo.json" "${2:?whose code?}" ;;
  verify) run_service registry verify ;;
  wipe)
    stop_supervisor
    wipe_place
    ;;
  supervisorctl) ctl "${@:2}" ;;
  *)
    usage
    exit 2
    ;;
esac
