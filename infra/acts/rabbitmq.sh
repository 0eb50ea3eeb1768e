#!/usr/bin/env bash
# The hub's private RabbitMQ node; sourced.

# RabbitMQ's salted password hash: base64(salt + SHA-256(salt + password)).
password_hash() {
  local salt; salt=$(openssl rand -hex 4 | sed 's/../\\x&/g')
  {
    printf '%b' "$salt"
    { printf '%b' "$salt"; printf '%s' "$1"; } | openssl dgst -sha256 -binary
  } | openssl base64 -A
}

broker_definitions() { # <user…>
  local user users=() permissions=()
  for user in "$@"; do
    users+=("{\"name\":\"$user\",\"password_hash\":\"$(password_hash "$(secret "broker-$user")")\",\"hashing_algorithm\":\"rabbit_password_hashing_sha256\",\"tags\":\"\"}")
    permissions+=("{\"user\":\"$user\",\"vhost\":\"/\",\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}")
  done
  local IFS=,
  echo "{\"vhosts\":[{\"name\":\"/\"}],\"users\":[${users[*]}],\"permissions\":[${permissions[*]}]}"
}

configure_rabbitmq() { # <user…>
  local home=$HUB_DIR/rabbitmq
  # shellcheck disable=SC2016 # that shell expands them
  broker_definitions "$@" | as rabbitmq sh -c 'umask 077; cat > "$1"' - "$home/definitions.json"
  # shellcheck disable=SC2016
  # -f: the cookie is read-only even for its owner
  secret broker-cookie | as rabbitmq sh -c 'umask 077; rm -f "$1"; cat > "$1"; chmod 400 "$1"' - "$home/.erlang.cookie"
  echo '[].' | as rabbitmq tee "$home/enabled_plugins" >/dev/null
  as rabbitmq tee "$home/rabbitmq-env.conf" >/dev/null < /dev/null
  as rabbitmq tee "$home/rabbitmq.conf" >/dev/null << END
listeners.tcp.1 = 127.0.0.1:${PORT[rabbitmq]}
load_definitions = $home/definitions.json
log.file = false
log.console = true
log.console.level = info
log.console.use_colors = off
# the log of the quorum queues is also held in memory, up to three times this size
raft.wal_max_size_bytes = 67108864
END
}

# The node's environment, one NAME=value a line.
rabbitmq_environment() {
  local home=$HUB_DIR/rabbitmq
  cat << END
HOME=$home
RABBITMQ_NODENAME=hub-$(secret broker-node)@localhost
RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
RABBITMQ_NODE_PORT=${PORT[rabbitmq]}
RABBITMQ_DIST_PORT=${PORT[rabbitmq-distribution]}
RABBITMQ_CONFIG_FILE=$home/rabbitmq.conf
RABBITMQ_ADVANCED_CONFIG_FILE=$home/advanced.config
RABBITMQ_CONF_ENV_FILE=$home/rabbitmq-env.conf
RABBITMQ_ENABLED_PLUGINS_FILE=$home/enabled_plugins
RABBITMQ_MNESIA_BASE=$home/mnesia
RABBITMQ_LOG_BASE=$home/log
RABBITMQ_GENERATED_CONFIG_DIR=$home/config
RABBITMQ_PLUGINS_EXPAND_DIR=$home/plugins
RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-start_epmd false -kernel inet_dist_use_interface {127,0,0,1}
ERL_EPMD_PORT=${PORT[epmd]}
ERL_EPMD_ADDRESS=127.0.0.1
RUNNING_UNDER_SYSTEMD=true
END
}

# The listener opens last, so an open port means a broker that is up.
rabbitmq_ready() { listens "${PORT[rabbitmq]}"; }
