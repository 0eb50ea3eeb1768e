#!/usr/bin/env bash
# The web pages: services/Portal, built to services/Portal/dist; sourced.

# What the Portal is built from, as one hash; its settings of the build are part of it.
portal_sources() {
  {
    (cd "$REPO/services/Portal" && find . \( -path ./node_modules -o -path ./dist -o -path ./tests \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
    env | grep '^VITE_' | sort || true
  } | sha256sum | cut -d ' ' -f 1
}

# Installs the packages that package-lock.json names, unless they are there.
install_portal() {
  local portal=$REPO/services/Portal lock
  lock=$(sha256sum < "$portal/package-lock.json")
  if [[ $(cat "$portal/node_modules/.installed" 2>/dev/null) == "$lock" ]]; then return; fi
  # not npm ci: it wants the optional packages of every platform, which a registry that serves but some cannot give
  (cd "$portal" && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error)
  echo "$lock" > "$portal/node_modules/.installed"
}

build_portal() {
  local portal=$REPO/services/Portal sources
  sources=$(portal_sources)
  if [[ $(cat "$portal/node_modules/.built" 2>/dev/null) == "$sources" && -f $portal/dist/index.html ]]; then return; fi
  install_portal
  (cd "$portal" && npm run --silent build -- --logLevel warn)
  echo "$sources" > "$portal/node_modules/.built"
  say "the Portal is built"
}
