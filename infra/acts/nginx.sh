#!/usr/bin/env bash
# The hub's front door; sourced.

configure_nginx() {
  local folder=$HUB_DIR/nginx service file rules=()
  for service in "${PROGRAMS[@]}"; do rules+=(-e "s|@${service}@|127.0.0.1:${PORT[$service]}|g"); done
  sed "${rules[@]}" -e "s|@port@|$HUB_PORT|g" -e "s|@www@|$HUB_DIR/www|g" -e "s|@open-files@|$(open_files)|g" \
    "$REPO/infra/nginx/nginx.conf.template" | as nginx tee "$folder/nginx.conf" >/dev/null
  for file in headers proxy problems problem portal-page; do as nginx tee "$folder/$file.conf" >/dev/null < "$REPO/infra/nginx/$file.conf"; done
  as nginx tee "$folder/run.sh" >/dev/null < "$REPO/infra/nginx/run.sh"
  [[ -f $REPO/services/Portal/dist/index.html ]] || die "the Portal is not built; build first: infra/hub.sh build"
  as nginx tee "$folder/portal-pages.conf" >/dev/null < "$REPO/services/Portal/dist/portal-pages.conf"
  # assets of earlier builds stay: pages that are open still load parts of them
  cp -R "$REPO/services/Portal/dist/." "$REPO/infra/www/." "$HUB_DIR/www"
  rm "$HUB_DIR/www/portal-pages.conf"
  # whom to telephone must be there though no service is
  "$PYTHON" "$REPO/infra/desks.py" "${HUB_DESKS:-}" "$HUB_DIR/www/desks.json" "$HUB_DIR/www/light-away.html" || die "HUB_DESKS cannot be used"
  chmod -R u=rwX,go=rX "$HUB_DIR/www"
}

start_nginx() {
  if ! running nginx; then
    require_ports nginx
    ctl start nginx >/dev/null || true
  fi
  wait_until 10 listens "$HUB_PORT" || die "nginx does not come up: $(tail -n 5 "$HUB_DIR/logs/nginx.log")"
}
