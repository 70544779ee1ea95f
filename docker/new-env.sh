#!/usr/bin/env bash
# Makes .env out of .env.example, with a fresh password or key wherever the example has none. It never touches a .env that
# is there: its keys are the only ones that open the databases.
set -euo pipefail
umask 077

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
target=$home/.env
[ ! -e "$target" ] || { echo "$target is there already and stays as it is." >&2; exit 1; }

password() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }
key() { head -c 32 /dev/urandom | base64; }

while IFS= read -r line; do
  case $line in
    \#*) echo "$line" ;;
    *_PASSWORD=) echo "$line$(password)" ;;
    *_CRYPTO_KEYS=) echo "${line}$(date +%Y-%m):$(key)" ;;
    *_CRYPTO_INDEX_KEY=) echo "$line$(key)" ;;
    *) echo "$line" ;;
  esac
done <"$home/.env.example" >"$target.incomplete"
mv "$target.incomplete" "$target"
echo "Made $target. Look at its first section, keep a copy of it in a safe place, then: docker compose --profile production up -d --build"
