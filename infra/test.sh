#!/usr/bin/env bash
# Builds, runs every test on backends of its own and ends with the line "N passed, N failed".
infra=$(dirname "${BASH_SOURCE[0]}")
HUB_DIR=.run/test-backends
HUB_PORT=${TESTS_PORT:-18400}
. "$infra/env.sh"
export HUB_DIR HUB_PORT

HUB_BROWSER=1 "$REPO/infra/install.sh"
"$REPO/infra/hub.sh" build

trap '"$REPO/infra/backends.sh" stop' EXIT
trap 'exit 130' INT TERM
# what an earlier run left in queues and tables is no business of this one
"$REPO/infra/backends.sh" wipe
"$REPO/infra/backends.sh" start

results=$REPO/.run/test-results
rm -rf "$results"
outcome=0
# without HUB_DIR and HUB_PORT: the end-to-end tests choose a hub of their own
env -u HUB_DIR -u HUB_PORT \
  TESTS_POSTGRES="$(cat "$HUB_DIR/secrets/tests-postgres")" TESTS_BROKER="$(cat "$HUB_DIR/secrets/tests-broker")" TESTS_MAIL="$(cat "$HUB_DIR/secrets/tests-mail")" HUB_SCRIPTS="$REPO/infra" \
  dotnet test "$REPO/CeptoarHub.sln" -c Release --no-build -m:1 -nodeReuse:false --logger trx --results-directory "$results" || outcome=$?

# sum <counter…>: adds up these counters of all projects.
sum() {
  local counter
  for counter in "$@"; do
    find "$results" -name '*.trx' -exec grep -ho "<Counters [^>]*" {} + 2>/dev/null | grep -o " $counter=\"[0-9]*\"" | grep -o '[0-9]*' || true
  done | awk '{ all += $1 } END { print all + 0 }'
}
passed=$(sum passed)
failed=$(sum failed error timeout aborted)
# a test project that broke down leaves no counters: that is a failure, too
if ((failed == 0)) && ((outcome != 0 || passed == 0)); then failed=1; fi

trap - EXIT
"$REPO/infra/backends.sh" stop

# the pages, in a browser; its last line counts
pages=$(env -u HUB_DIR -u HUB_PORT "$REPO/infra/portal-tests.sh" | tee >(cat >&2) | tail -n 1) || true
if [[ $pages =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
  passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
else
  failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
((failed == 0))
