#!/usr/bin/env bash
# Measures the figures of the hub on a hub of its own: all, or those parts that are named (latency, sustained, reach, directory, rows, drill).
infra=$(dirname "${BASH_SOURCE[0]}")
HUB_DIR=.run/bench
HUB_PORT=${BENCH_PORT:-18500}
. "$infra/env.sh"
export HUB_DIR HUB_PORT HUB_TESTS=1

"$REPO/infra/install.sh"
"$REPO/infra/hub.sh" build
trap '"$REPO/infra/hub.sh" stop' EXIT
trap 'exit 130' INT TERM
# figures must not depend on what an earlier run left
"$REPO/infra/hub.sh" wipe
"$REPO/infra/hub.sh" start

ulimit -n "$(ulimit -Hn)"
HUB_URL=http://127.0.0.1:$HUB_PORT HUB_ADMIN_SECRET_FILE=$HUB_DIR/secrets/bootstrap \
  TESTS_POSTGRES=$(cat "$HUB_DIR/secrets/tests-postgres") TESTS_BROKER=$(cat "$HUB_DIR/secrets/tests-broker") \
  dotnet run --no-build -c Release --project "$REPO/tests/Bench" -- "$@"
