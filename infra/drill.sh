#!/usr/bin/env bash
# Plays a campaign of CEPTOAR drills in fast motion over the demonstration directory, with simulated participants: all CEPTOARs, or those that are named.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
export HUB_DIR HUB_PORT

"$REPO/infra/install.sh"
"$REPO/infra/hub.sh" build
"$REPO/infra/hub.sh" start
ulimit -n "$(ulimit -Hn)"
export HUB_URL=http://127.0.0.1:$HUB_PORT HUB_ADMIN_SECRET_FILE=$HUB_DIR/secrets/bootstrap
dotnet run --no-build -c Release --project "$REPO/tests/Story" -- people
say "sign in as the controller or the secretariat and watch it: $HUB_URL/drills; the code of the authenticator: make code WHO=controller"
dotnet run --no-build -c Release --project "$REPO/tests/DrillPlay" -- "$@"
say "the report with its charts: $HUB_URL/drills - the hub runs on, \"make stop\" ends it"
