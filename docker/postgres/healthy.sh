#!/usr/bin/env bash
# Exit code 0 when the server answers and its first start was completed. A first start that broke off leaves a data folder
# that later starts take for complete, although databases and accounts are missing.
set -euo pipefail

# over TCP: while the image initialises, its server listens on its socket only
pg_isready --quiet --host=127.0.0.1 --username=postgres --dbname=postgres

# the last thing that init.sh does: nobody but its owner may connect to the last database
complete=$(psql --no-psqlrc --tuples-only --no-align --username=postgres --dbname=postgres --command="
  SELECT count(*) FROM pg_database
   WHERE datname = 'keycloak_demo' AND NOT has_database_privilege('public', oid, 'CONNECT')")
if [ "$complete" != 1 ]; then
  # on the container's own log as well: it is the first place where somebody looks
  echo "The first start of this database broke off, so accounts and databases are missing. It holds nothing of a district yet:" \
    "delete its volume and start again, see 'A first start that broke off' in docs/operations.md." | tee /proc/1/fd/2
  exit 1
fi
