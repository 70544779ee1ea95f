-- One service's database with its two roles, run by psql as superuser on a new cluster. The development stack makes the
-- same in Java, and a test compares the two in PostgreSQL's own catalogue.
\getenv service SERVICE
\getenv owner OWNER
\getenv owner_password OWNER_PASSWORD
\getenv app APP
\getenv app_password APP_PASSWORD

-- only Flyway connects with it; its limits stop what is stuck, a long migration goes through
CREATE ROLE :"owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
ALTER ROLE :"owner" SET transaction_timeout = '30min';
ALTER ROLE :"owner" SET statement_timeout = '30min';
ALTER ROLE :"owner" SET lock_timeout = '30s';
ALTER ROLE :"owner" SET idle_in_transaction_session_timeout = '5min';

-- what the service connects with; one forgotten transaction would hold every change feed of the cluster back
CREATE ROLE :"app" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
ALTER ROLE :"app" SET transaction_timeout = '30s';
ALTER ROLE :"app" SET statement_timeout = '15s';
ALTER ROLE :"app" SET lock_timeout = '5s';
ALTER ROLE :"app" SET idle_in_transaction_session_timeout = '10s';
-- whoever holds the feeds back may be a session of another service, and has to be named
GRANT pg_read_all_stats TO :"app";

CREATE DATABASE :"service" OWNER :"owner";
REVOKE ALL ON DATABASE :"service" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"service" TO :"app";

\connect :"service"
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"app";
