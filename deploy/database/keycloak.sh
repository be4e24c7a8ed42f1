#!/bin/sh
# Keycloak's own role and database, once, by an administrator, as roles.sh. Apart from ours: neither reads the other's.
set -eu
: "${KEYCLOAK_DB_PASSWORD:?}"
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  -v password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak template template0 encoding 'UTF8';
revoke all on database keycloak from public;
SQL
