#!/bin/sh
# Starts the packaged application as production does. Settings come from the environment (docs/operations.md).
#
#   TORITSUGI_APP             folder of the package; default: target/quarkus-app beside this script's folder
#   TORITSUGI_SHARED_CLASSES  folder, private to this user, for the class archive; default: ~/.cache/toritsugi
#   JAVA_OPTIONS              instead of the options below
#
# The archive (class data sharing) halves the start: the first start writes it when it ends, later ones read it. One
# archive belongs to one package and one Java; a new version makes its own. The package's own launcher loads classes in
# a way no archive can hold, so its jars are put on an ordinary class path here.
set -eu
app=${TORITSUGI_APP:-$(dirname "$0")/../target/quarkus-app}
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=$(command -v java); fi
options=${JAVA_OPTIONS:--XX:+UseSerialGC -Xms64m -Xmx512m}
cd "$app"

classpath=
for jar in quarkus/transformed-bytecode.jar quarkus/generated-bytecode.jar app/*.jar lib/boot/*.jar lib/main/*.jar; do
  if [ -f "$jar" ]; then classpath=$classpath${classpath:+:}$jar; fi
done

archives=${TORITSUGI_SHARED_CLASSES:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/toritsugi}
sharing=
if mkdir -p "$archives" 2>/dev/null && [ -w "$archives" ]; then
  made_for=$(ls -lLR --time-style=full-iso app lib quarkus "$java" 2>/dev/null | cksum | cut -d' ' -f1)
  archive=$archives/classes-$made_for.jsa
  if [ -s "$archive" ]; then
    sharing="-XX:SharedArchiveFile=$archive"
  else
    sharing="-XX:ArchiveClassesAtExit=$archive"
  fi
fi

# Without memory it ends, with code 3, for whoever looks after it to start it anew: half of it would stay and answer nothing.
# The modules opened are those the package's manifest opens. The archive complains of classes it leaves out; that is of
# no use to an operator.
# shellcheck disable=SC2086
exec "$java" $options -XX:+ExitOnOutOfMemoryError $sharing -Xlog:cds=off -Xlog:cds+dynamic=off -Xshare:auto \
  --add-opens java.base/java.lang=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -cp "$classpath" jp.toritsugi.start.ProductionMain
