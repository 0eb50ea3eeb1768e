#!/usr/bin/env bash
# bounce.sh - hands a mail that came back to the hub; a mail server pipes it in on standard input (docs/channels.md).
# HUB_URL is the hub's address, HUB_CLIENT_FILE a file with two lines: client id and secret of a client with the role administrator.
# Exit code as sysexits.h has it: 0 done, also with a mail that the hub does not know; 75 try again later; 78 wrong settings.
set -euo pipefail

[[ -n ${HUB_URL:-} && -r ${HUB_CLIENT_FILE:-} ]] || exit 78
{ read -r id && read -r secret; } < "$HUB_CLIENT_FILE" || exit 78

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 077
cat > "$work/mail"

# by files, not by arguments: everybody may read those
printf '{"grantType":"client","clientId":"%s","clientSecret":"%s"}' "$id" "$secret" > "$work/asks"
curl -sf --max-time 20 -H 'Content-Type: application/json' --data-binary "@$work/asks" -o "$work/token" "$HUB_URL/api/token" || exit 75
token=$(sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p' "$work/token")
[[ -n $token ]] || exit 75
printf 'header = "Authorization: Bearer %s"\n' "$token" > "$work/curl"

status=$(curl -s --max-time 20 -K "$work/curl" -H 'Content-Type: message/rfc822' --data-binary "@$work/mail" -o /dev/null -w '%{http_code}' "$HUB_URL/api/channels/bounces") || exit 75
case $status in
  204 | 400 | 404 | 413) exit 0 ;;
  401 | 403) exit 78 ;;
  *) exit 75 ;;
esac
