#!/bin/sh
# The two roles and the database, once, by an administrator (psql's usual PG… variables say where). The owner migrates;
# the application role owns nothing, makes nothing (not even temporary tables) and gets its rights from the migrations.
set -eu
: "${TORITSUGI_DB_OWNER_PASSWORD:?}" "${TORITSUGI_DB_PASSWORD:?}"
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  -v owner_password="$TORITSUGI_DB_OWNER_PASSWORD" -v app_password="$TORITSUGI_DB_PASSWORD" <<'SQL'
create role toritsugi_owner login password :'owner_password';
create role toritsugi_app login password :'app_password';
create database toritsugi owner toritsugi_owner template template0 encoding 'UTF8'
  locale_provider icu icu_locale 'ja-JP' locale 'C.UTF-8';
revoke all on database toritsugi from public;
grant connect on database toritsugi to toritsugi_app;
\connect toritsugi
revoke create on schema public from public;
SQL
