#!/usr/bin/env bash
# Installs the Debian packages the hub stands on, those that are missing; with HUB_BROWSER also those its pages are tested with.
# Their own services are not started.
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

missing=()
[[ -x $RABBITMQ_BIN/rabbitmq-server ]] || missing+=(rabbitmq-server)
[[ -x $POSTGRES_BIN/postgres ]] || missing+=(postgresql-15)
[[ -x $NGINX ]] || missing+=(nginx-light)
command -v supervisord >/dev/null || missing+=(supervisor)
command -v openssl >/dev/null || missing+=(openssl)
command -v curl >/dev/null || missing+=(curl)
command -v ss >/dev/null || missing+=(iproute2)
command -v pgrep >/dev/null || missing+=(procps)
[[ -s /var/lib/mecab/dic/ipadic-utf8/sys.dic ]] || missing+=(mecab-ipadic-utf8)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
"$PYTHON" -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)

if [[ -n ${HUB_BROWSER:-} ]]; then
  [[ -x /usr/bin/chromium ]] || missing+=(chromium)
  # Japanese in the pictures
  [[ -d /usr/share/fonts/opentype/noto ]] || missing+=(fonts-noto-cjk)
fi

policy=/usr/sbin/policy-rc.d
kept=$policy.before-ceptoarhub

restore_policy() {
  rm -f "$policy"
  if [[ -e $kept ]]; then mv "$kept" "$policy"; fi
}

# A package may start a port mapper on every interface, whatever the policy says.
end_new_epmd() {
  local pid
  for pid in $(pidof epmd || true); do
    [[ " $1 " == *" $pid "* ]] || kill "$pid" || true
  done
}

if ((${#missing[@]})); then
  is_root || die "these packages are missing; install them with: sudo apt-get install --no-install-recommends ${missing[*]}"
  say "installing ${missing[*]}"
  epmd_before=$(pidof epmd || true)
  trap restore_policy EXIT
  trap 'exit 1' INT TERM
  # a second run after a killed one must not take the ban itself for the machine's own policy
  if [[ -e $policy && ! -e $kept ]]; then mv "$policy" "$kept"; fi
  printf '#!/bin/sh\nexit 101\n' > "$policy"
  chmod 755 "$policy"
  export DEBIAN_FRONTEND=noninteractive ERL_EPMD_ADDRESS=127.0.0.1
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  end_new_epmd "$epmd_before"
fi

[[ -n $DOTNET ]] || die "the .NET SDK $(grep -o '[0-9][0-9.]*' "$REPO/global.json" | head -n 1) is missing: https://dotnet.microsoft.com/download"

version=$(node --version)
if [[ $(printf '%s\n' v20.19.0 "$version" | sort -V | head -n 1) != v20.19.0 ]]; then die "Node.js $version is too old to build the Portal: 20.19 or newer is needed"; fi
