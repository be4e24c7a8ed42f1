#!/bin/sh
# Verifies the trail (証跡) without the application: every chain, its end, and the anchors of earlier verifications. Needs
# psql and a role that may ask (the owner's or the application's), told by psql's usual PG… variables.
#
#   deploy/database/verify-trail.sh [file of anchors]
#
# Exit code 0 = whole; 1 = broken, every broken link named, the earliest first; 2 = could not be verified.
set -eu
ask() { psql -X -q -A -t -v ON_ERROR_STOP=1 --dbname "${PGDATABASE:-toritsugi}" "$@" || exit 2; }

found=$(ask <<'SQL'
with chains as materialized (select * from trail_verify())
select sum(entries)::text from chains
union all
(select 'chain ' || chain || ' position ' || place || ' entry ' || coalesce(entry::text, '(none)') || ': ' || fault
from (select chain, place, entry, fault from chains where fault is not null
  union select chain, place, entry, 'anchor' from trail_anchors_broken()) links
order by entry nulls last, chain)
SQL
)
entries=$(echo "$found" | head -n 1)
broken=$(echo "$found" | tail -n +2)
if [ -n "${1:-}" ]; then
  while IFS="$(printf '\t')" read -r at _ heads; do
    outside=$(ask -v heads="$heads" -v at="$at" <<'SQL'
select 'chain ' || chain || ' position ' || place || ' entry ' || coalesce(entry::text, '(none)') || ': anchor of ' || :'at'
from trail_anchor_broken(:'heads')
SQL
    )
    if [ -n "$outside" ]; then broken=$broken${broken:+
}$outside; fi
  done < "$1"
fi
if [ -n "$broken" ]; then
  echo "The trail is broken:" >&2
  echo "$broken" >&2
  exit 1
fi
echo "The trail is whole: $entries entries"
