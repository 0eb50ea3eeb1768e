#!/usr/bin/env bash
# Builds and starts the hub, plays one report end to end and leaves the hub running.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
# in the demonstration nobody waits minutes to see the silent being reached
export HUB_DIR HUB_PORT HUB_LARGE_SCALE_PACE=00:00:03

"$REPO/infra/install.sh"
"$REPO/infra/hub.sh" build
"$REPO/infra/hub.sh" start
HUB_URL=http://127.0.0.1:$HUB_PORT HUB_ADMIN_SECRET_FILE=$HUB_DIR/secrets/bootstrap \
  dotnet run --no-build -c Release --project "$REPO/tests/Story" -- play
say "sign in as one of these; the code of the authenticator: make code WHO=operator"
say "the hub runs at http://127.0.0.1:$HUB_PORT - its state is in $HUB_DIR, \"make stop\" ends it"
