#!/usr/bin/env bash
# Accounts and folders of a hub; sourced.

# Data protection writes key files for the writer's own group, so a ring's writer has that ring's group as its first; Registry, which writes
# two rings for others, hands the files of the second one over (share_keys).
declare -A FIRST_GROUP=([intake]=ceptoar-case [registry]=ceptoar-identifying)
declare -A MORE_GROUPS=(
  [registry]="ceptoar-contacts"
  [classification]="ceptoar-case,ceptoar-identifying"
  [anonymisation]="ceptoar-case,ceptoar-identifying"
  [distribution]="ceptoar-contacts"
)

# join_groups <account> <group,…>: those that an account from before there were so many rings has not.
join_groups() {
  local group
  for group in ${2//,/ }; do
    if [[ " $(id -nG "$1") " != *" $group "* ]]; then usermod --append --groups "$group" "$1"; fi
  done
}

make_accounts() {
  is_root || return 0
  local name account
  for name in ceptoar-case ceptoar-identifying ceptoar-contacts; do
    getent group "$name" >/dev/null || groupadd --system "$name"
  done
  for name in "${SERVICES[@]}" postgres rabbitmq nginx mail; do
    account=ceptoar-$name
    if getent passwd "$account" >/dev/null; then
      join_groups "$account" "${MORE_GROUPS[$name]:-}"
      continue
    fi
    local group=(--user-group) more=()
    if [[ -n ${FIRST_GROUP[$name]:-} ]]; then group=(--gid "${FIRST_GROUP[$name]}"); fi
    if [[ -n ${MORE_GROUPS[$name]:-} ]]; then more=(--groups "${MORE_GROUPS[$name]}"); fi
    useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "${group[@]}" "${more[@]}" "$account"
  done
}

# Can every program work below this folder? A socket's path must fit 107 bytes; the configuration files know no odd characters.
usable() {
  local path=$1
  [[ $path =~ ^[A-Za-z0-9/._+@-]+$ ]] || return 1
  local socket=$path/postgres/socket/.s.PGSQL.$HUB_PORT.lock
  ((${#socket} < 107)) || return 1
  while [[ ! -e $path ]]; do path=$(dirname "$path"); done
  is_root || return 0
  local name
  for name in "${SERVICES[@]}" postgres rabbitmq nginx mail; do as "$name" test -x "$path" || return 1; done
}

# Puts HUB_DIR where the programs can work, elsewhere behind a link if need be, and makes HUB_DIR the real path.
find_place() {
  local link=$HUB_DIR home
  # the hubs of one clone move together
  case $HUB_DIR in "$REPO/.run"/*) link=$REPO/.run ;; esac
  if [[ ! -L $link ]] && ! usable "$HUB_DIR"; then
    if is_root; then home=/var/lib; else home=${XDG_STATE_HOME:-$HOME/.local/state}; fi
    home=$home/ceptoarhub-$(sha256sum <<< "$link" | cut -c 1-8)
    if [[ -d $link ]]; then rmdir "$link" 2>/dev/null || die "the programs cannot use $link; move it away or choose another HUB_DIR"; fi
    folder - 0711 "$home"
    mkdir -p "$(dirname "$link")"
    ln -s "$home" "$link"
    say "state goes to $home: the programs cannot use $link"
  fi
  if [[ -L $link ]]; then folder - 0711 "$(readlink -f "$link")"; fi
  mkdir -p "$HUB_DIR"
  HUB_DIR=$(cd "$HUB_DIR" && pwd -P)
  [[ -O $HUB_DIR ]] || die "$HUB_DIR belongs to $(stat -c %U "$HUB_DIR"); choose another HUB_DIR"
  usable "$HUB_DIR" || die "the programs cannot use $HUB_DIR; choose another HUB_DIR"
}

# The real path of a hub that was made before.
enter_place() { if [[ -d $HUB_DIR ]]; then HUB_DIR=$(cd "$HUB_DIR" && pwd -P); fi; }

make_folders() {
  folder - 0711 "$HUB_DIR"
  folder - 0711 "$HUB_DIR/secrets"
  folder - 0711 "$HUB_DIR/keys"
  folder intake 2770 "$HUB_DIR/keys/case"
  folder registry 2770 "$HUB_DIR/keys/identifying"
  folder registry 2770 "$HUB_DIR/keys/contacts" ceptoar-contacts
  folder intake 2770 "$HUB_DIR/attachments"
  folder registry 0700 "$HUB_DIR/keys/people"
  folder - 0750 "$HUB_DIR/logs"
  folder - 0711 "$HUB_DIR/bin"
  folder - 0755 "$HUB_DIR/www"
  folder - 0700 "$HUB_DIR/supervisor"
  folder - 1733 "$HUB_DIR/traces"
  folder - 0711 "$HUB_DIR/home"
  local program
  for program in "${PROGRAMS[@]}"; do folder "$program" 0700 "$HUB_DIR/home/$program"; done
  folder - 0711 "$HUB_DIR/postgres"
  folder postgres 0700 "$HUB_DIR/postgres/data"
  folder postgres 0700 "$HUB_DIR/postgres/socket"
  folder rabbitmq 0700 "$HUB_DIR/rabbitmq"
  folder nginx 0700 "$HUB_DIR/nginx"
  folder mail 0700 "$HUB_DIR/mail"
  echo "$HUB_PORT" > "$HUB_DIR/port"
}

# Forgets everything this hub ever kept; hubs below it stay.
wipe_place() {
  local part
  for part in secrets keys attachments logs bin www supervisor traces home postgres rabbitmq nginx mail port; do
    rm -rf "${HUB_DIR:?}/$part"
  done
}
