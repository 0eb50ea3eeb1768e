#!/usr/bin/env bash
# Passwords and keys of a hub, made once and kept; sourced.

# secret <name>
secret() { cat "$HUB_DIR/secrets/$1"; }

keep() { # keep <name> <owner> <mode> <command…>: stores what the command prints, unless there is one
  local file=$HUB_DIR/secrets/$1 owner=$2 mode=$3; shift 3
  if [[ ! -s $file ]]; then
    (umask 077; "$@" > "$file.new")
    mv "$file.new" "$file"
  fi
  if is_root && [[ $owner != - ]]; then chown "$(account_of "$owner"):" "$file"; fi
  chmod "$mode" "$file"
}

make_secrets() {
  local service
  for service in "${SERVICES[@]}" tests; do
    keep "database-$service" - 0600 openssl rand -hex 24
    keep "broker-$service" - 0600 openssl rand -hex 24
  done
  keep broker-node - 0600 openssl rand -hex 4
  keep broker-cookie - 0600 openssl rand -hex 24
  keep owner-key - 0600 openssl rand -base64 32
  keep bootstrap - 0600 openssl rand -hex 32
  keep tickets.pem registry 0600 openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256
  keep advisories.pem distribution 0600 openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256
  keep tickets.pub.pem - 0644 openssl pkey -in "$HUB_DIR/secrets/tickets.pem" -pubout
}

# The ways into the backends for tests and measurements.
write_tests_access() {
  local access=$HUB_DIR/secrets
  (
    umask 077
    echo "Host=127.0.0.1;Port=${PORT[postgres]};Database=tests;Username=tests;Password=$(secret database-tests)" > "$access/tests-postgres"
    echo "amqp://tests:$(secret broker-tests)@127.0.0.1:${PORT[rabbitmq]}/" > "$access/tests-broker"
    # where mail goes in, and the maildir it arrives in
    echo "127.0.0.1:${PORT[mail]};$HUB_DIR/mail/box" > "$access/tests-mail"
  )
}
