#!/usr/bin/env bash
# Run once by the PostgreSQL image, when its volume is new: a database for each service, and those of Keycloak.
set -euo pipefail

run() {
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres "$@"
}

for service in project team appeal; do
  prefix=${service^^}
  owner_password=${prefix}_OWNER_PASSWORD
  app_password=${prefix}_APP_PASSWORD
  SERVICE=$service OWNER=${service}_owner APP=${service}_app \
    OWNER_PASSWORD=${!owner_password:?is not set} APP_PASSWORD=${!app_password:?is not set} \
    run --file "${SUITE_SQL:-/suite/service-database.sql}"
done

# the demo personas get a database of their own: their public passwords never stand in the one of a district
: "${KEYCLOAK_DATABASE_PASSWORD:?is not set}"
run <<'SQL'
\getenv password KEYCLOAK_DATABASE_PASSWORD
CREATE ROLE keycloak LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE keycloak OWNER keycloak;
CREATE DATABASE keycloak_demo OWNER keycloak;
REVOKE ALL ON DATABASE keycloak, keycloak_demo FROM PUBLIC;
SQL
