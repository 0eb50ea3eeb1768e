#!/usr/bin/env bash
# backends.sh start|stop|wipe - a private PostgreSQL, RabbitMQ and mail server alone, with a way in for tests.
infra=$(dirname "${BASH_SOURCE[0]}")
. "$infra/env.sh"
for act in "$infra"/acts/*.sh; do
  # shellcheck source=/dev/null
  . "$act"
done

case ${1:-} in
  start)
    lock
    start_backends tests
    write_tests_access
    ;;
  stop)
    enter_place
    stop_supervisor
    ;;
  wipe)
    enter_place
    stop_supervisor
    wipe_place
    ;;
  *)
    die "usage: backends.sh start|stop|wipe"
    ;;
esac
