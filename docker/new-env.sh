#!/usr/bin/env bash
# docker/new-env.sh demo|production makes .env out of .env.example, with a fresh password or key wherever the example has none.
# It never touches a .env that is there: its keys are the only ones that open the databases.
set -euo pipefail
umask 077

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
target=$home/.env
profile=${1:-}
case $profile in
  demo | production) ;;
  *)
    echo "Say which: docker/new-env.sh demo, with fictional people and data, or docker/new-env.sh production." >&2
    exit 1
    ;;
esac
[ ! -e "$target" ] || { echo "$target is there already and stays as it is." >&2; exit 1; }

password() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }
key() { head -c 32 /dev/urandom | base64; }

# what the profile decides; the rest of the first section only the district knows
decided() {
  case $profile/$1 in
    */COMPOSE_PROFILES) echo "$profile" ;;
    production/SUITE_PROFILE) echo prod ;;
    production/SUITE_MANAGEMENT_TOKEN) password ;;
    demo/SUITE_PROFILE) echo demo ;;
    demo/KEYCLOAK_URL) echo http://127.0.0.1:8090 ;;
    demo/SUITE_ISSUER) echo http://127.0.0.1:8090/realms/pengjiang ;;
    demo/SUITE_DIVISION) echo 44 ;;
    demo/SUITE_NOTICES_CHANNEL) echo LOG ;;
  esac
}

while IFS= read -r line; do
  case $line in
    \#*) echo "$line" ;;
    *_PASSWORD=) echo "$line$(password)" ;;
    *_CRYPTO_KEYS=) echo "${line}$(date +%Y-%m):$(key)" ;;
    *_CRYPTO_INDEX_KEY=) echo "$line$(key)" ;;
    [A-Z]*=) echo "$line$(decided "${line%=}")" ;;
    *) echo "$line" ;;
  esac
done <"$home/.env.example" >"$target.incomplete"
mv "$target.incomplete" "$target"
echo "Made $target for the profile $profile. Keep a copy of it in a safe place."
[ "$profile" = demo ] || echo "Now fill in what its first section leaves open: KEYCLOAK_URL, SUITE_ISSUER, SUITE_DIVISION," \
  "SUITE_NOTICES_CHANNEL."
echo "Then: docker compose up -d --build"
