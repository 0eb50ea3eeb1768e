#!/usr/bin/env bash
# The description of the API, merged from the running services; sourced.

publish_openapi() {
  local folder service documents=()
  folder=$(mktemp -d)
  for service in registry intake classification anonymisation distribution-1 drills; do
    curl --noproxy '*' -sf --max-time 20 "http://127.0.0.1:${PORT[$service]}/openapi.json" -o "$folder/$service.json"
    documents+=("$folder/$service.json")
  done
  python3 "$REPO/infra/merge-openapi.py" "${documents[@]}" > "$folder/openapi.json" || die "the services' API descriptions do not fit together"
  install -m 644 "$folder/openapi.json" "$HUB_DIR/www/openapi.json"
  rm -rf "$folder"
}
