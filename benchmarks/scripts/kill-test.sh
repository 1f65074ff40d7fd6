#!/bin/sh
# Kills a server with SIGKILL while it is registering tickets, starts it again and looks for every
# ticket that it had acknowledged; as often as the first argument says (20). On an H2 file, or on
# the empty PostgreSQL database that the second argument names (jdbc:postgresql://...).
# Wants a build: ./mvnw verify
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-20}
database=${2:-}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
set -- "$rounds" "$directory"
[ -z "$database" ] || set -- "$@" "$database"
exec_java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$exec_java" -Dpolydesk.test.jar=bootstrap/target/polydesk.jar \
  -cp bootstrap/target/test-classes:bootstrap/target/polydesk.jar \
  org.polydesk.bootstrap.process.KillRounds "$@"
