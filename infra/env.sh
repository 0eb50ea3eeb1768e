#!/usr/bin/env bash
# Ports, paths and accounts of one hub; sourced by the other scripts.
# HUB_DIR (a relative one is below the repository) and HUB_PORT choose the hub, so several can run side by side.
# shellcheck disable=SC2034 # the variables are for those who source this
set -euo pipefail
umask 022

REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
HUB_DIR=${HUB_DIR:-.run}
[[ $HUB_DIR == /* ]] || HUB_DIR=$REPO/$HUB_DIR
if [[ -z ${HUB_PORT:-} ]]; then HUB_PORT=$(cat "$HUB_DIR/port" 2>/dev/null || echo 8080); fi

SERVICES=(registry intake classification anonymisation distribution drills)
PROGRAMS=(registry intake classification anonymisation distribution-1 distribution-2 drills)
declare -A PORT=(
  [nginx]=$HUB_PORT
  [registry]=$((HUB_PORT + 1))
  [intake]=$((HUB_PORT + 2))
  [classification]=$((HUB_PORT + 3))
  [anonymisation]=$((HUB_PORT + 4))
  [distribution-1]=$((HUB_PORT + 5))
  [distribution-2]=$((HUB_PORT + 6))
  [postgres]=$((HUB_PORT + 7))
  [rabbitmq]=$((HUB_PORT + 8))
  [rabbitmq-distribution]=$((HUB_PORT + 9))
  [epmd]=$((HUB_PORT + 10))
  [mail]=$((HUB_PORT + 11))
  [drills]=$((HUB_PORT + 12))
)
BACKENDS=(postgres rabbitmq rabbitmq-distribution epmd mail)

# The scripts in /usr/sbin drop to the packaged account; these run as whoever calls them.
RABBITMQ_BIN=/usr/lib/rabbitmq/bin
NGINX=/usr/sbin/nginx
# Debian's own: another python3 of the machine does not know its packages.
PYTHON=/usr/bin/python3
POSTGRES_BIN=$(find /usr/lib/postgresql/*/bin -maxdepth 0 2>/dev/null | sort -V | tail -n 1)
DOTNET=$(readlink -f "$(command -v dotnet || true)" || true)

say() { printf '%s\n' "$*"; }
die() {
  printf 'hub: %s\n' "$*" >&2
  exit 1
}

is_root() { ((EUID == 0)); }
service_of() { echo "${1%-[0-9]}"; }
project_of() { local service; service=$(service_of "$1"); echo "${service^}"; }

# The account a program runs as: its own when root, else the caller's.
account_of() { if is_root; then echo "ceptoar-$(service_of "$1")"; else id -un; fi; }

# as <program> <command…>: runs the command under the program's account.
as() {
  local account; account=$(account_of "$1"); shift
  if is_root; then
    setpriv --reuid "$account" --regid "$(id -g "$account")" --init-groups -- "$@"
  else
    "$@"
  fi
}

# folder <program or -> <mode> <path> [group]: makes a folder that belongs to the program's account (- = the caller's) and its first group, or another.
folder() {
  local owner=$1 mode=$2 path=$3 group=${4:-}
  mkdir -p "$path"
  if is_root; then
    if [[ $owner == - ]]; then chown root:root "$path"; else chown "$(account_of "$owner"):$group" "$path"; fi
  fi
  chmod "$mode" "$path"
}

# wait_until <seconds> <command…>
wait_until() {
  local end=$((SECONDS + $1)); shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || return 1
    sleep 0.1
  done
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The processes of this hub that listen on one of its ports: known by their working folder, so nobody else's.
listeners() {
  local address users pid cwd
  ss -Hltnp | while read -r _ _ _ address _ users; do
    [[ " ${PORT[*]} " == *" ${address##*:} "* ]] || continue
    grep -o 'pid=[0-9]*' <<< "$users" | cut -d= -f2 | while read -r pid; do
      cwd=$(readlink "/proc/$pid/cwd" || true)
      case ${cwd% (deleted)} in
        "$HUB_DIR"/bin/* | "$HUB_DIR"/nginx | "$HUB_DIR"/postgres/* | "$HUB_DIR"/rabbitmq | "$HUB_DIR"/mail) echo "$pid" ;;
        # a broker that ends after its port mapper starts another one, as a daemon
        /) if tr '\0' '\n' < "/proc/$pid/environ" 2>/dev/null | grep -qxF "HOME=$HUB_DIR/rabbitmq"; then echo "$pid"; fi ;;
      esac
    done
  done | sort -u
}
