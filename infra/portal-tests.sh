#!/usr/bin/env bash
# Tests the Portal in a real browser on a hub of its own; the last line counts: "N passed, N failed".
infra=$(dirname "${BASH_SOURCE[0]}")
HUB_DIR=.run/portal-tests
HUB_PORT=${PORTAL_TESTS_PORT:-18600}
. "$infra/env.sh"
export HUB_DIR HUB_PORT HUB_LARGE_SCALE_PACE=00:00:03
export HUB_URL=http://127.0.0.1:$HUB_PORT PORTAL_REPORT=$REPO/.run/portal-report.json PORTAL_RESULTS=$REPO/.run/portal-results PORTAL_SCREENSHOTS=$REPO/.run/portal-screenshots

trap '"$REPO/infra/hub.sh" stop >&2' EXIT
trap 'exit 130' INT TERM
"$REPO/infra/hub.sh" wipe
# enrolled in a directory that is gone
rm -rf "$HUB_DIR/demo.json" "$HUB_DIR/portal-codes" "$PORTAL_REPORT" "$PORTAL_RESULTS" "$PORTAL_SCREENSHOTS"
"$REPO/infra/hub.sh" start
HUB_ADMIN_SECRET_FILE=$HUB_DIR/secrets/bootstrap dotnet run --no-build -c Release --project "$REPO/tests/Story" -- play

cd "$REPO/services/Portal"
outcome=0
node "$REPO/services/Portal/scripts/schema.mjs" --check "$HUB_URL/api/openapi.json" || outcome=1
npm run --silent unit -- --reporter=default --reporter=json --outputFile="$REPO/.run/portal-unit.json" || outcome=1
npm run --silent browser || outcome=1
"$PYTHON" - "$REPO/.run/portal-unit.json" "$PORTAL_REPORT" "$outcome" << 'END'
import json
import sys

unit, browser, outcome = sys.argv[1:]
with open(unit, encoding="utf-8") as file:
    rules = json.load(file)
with open(browser, encoding="utf-8") as file:
    pages = json.load(file)["stats"]
passed = rules["numPassedTests"] + pages["expected"]
failed = rules["numFailedTests"] + pages["unexpected"] + pages["flaky"]
# what broke down before it could be counted is a failure, too
print(f"{passed} passed, {max(failed, int(outcome != '0'))} failed")
END
exit "$outcome"
