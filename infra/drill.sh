#!/usr/bin/env bash
# Plays a campaign of CEPTOAR drills in fast motion over the demonstration directory, with simulated participants: all CEPTOARs, or those that are named.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
export HUB_DIR HUB_PORT

"$REPO/infra/install.sh"
"$REPO/infra/hub.sh" build
"$REPO/infra/hub.sh" start
ulimit -n "$(ulimit -Hn)"
HUB_URL=http://127.0.0.1:$HUB_PORT HUB_ADMIN_SECRET_FILE=$HUB_DIR/secrets/bootstrap \
  dotnet run --no-build -c Release --project "$REPO/tests/DrillPlay" -- "$@"
say "the report with its charts: http://127.0.0.1:$HUB_PORT/drills - the hub runs on, \"make stop\" ends it"
