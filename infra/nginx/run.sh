#!/usr/bin/env bash
# Starts nginx for supervisor: run.sh <nginx> <folder> <port>. Runs from a copy in the hub's folder.
set -euo pipefail
nginx=$1 folder=$2 port=$3

# The workers of a master that was killed go on listening; no new master could start beside them.
for pid in $(ss -Hltnp "sport = :$port" | grep -o 'pid=[0-9]*' | cut -d= -f2); do
  if [[ $(readlink "/proc/$pid/cwd") == "$folder" ]]; then kill -KILL "$pid" || true; fi
done

# nginx opens /dev/stdout by name, which it may do with a pipe of its own account only.
# In its error messages it quotes whole requests; queries carry tokens and are cut off.
exec > >(exec cat) 2> >(exec sed -u 's/?[^ ]*/?.../g' >&2)
exec "$nginx" -p "$folder" -c "$folder/nginx.conf" -e stderr
