#!/bin/bash
# Validators of requests to X, Facebook and Mastodon: prism.sh start FOLDER | stop FOLDER
# Prism answers by a platform's description of its API, which stands beside the repository (../shared); it refuses what the description
# does not allow. start prints SHIRASE_PRISM=…, SHIRASE_PRISM_FACEBOOK=…, SHIRASE_PRISM_MASTODON=…, each where its description is there;
# without any description or npm it fails, and the tests that need it are skipped by name.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/places.sh"
verb=${1:?start or stop}
folder=${2:?a folder for the data}
openapi=${SHIRASE_SHARED:-$here/../../../shared}/counterparts/openapi

# start_one VARIABLE DESCRIPTION
start_one() {
    local variable=$1 description=$2 port
    [ -n "$description" ] || return 1
    for _ in 1 2 3; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
        "$PRISM_MODULES/node_modules/.bin/prism" mock -h 127.0.0.1 -p "$port" "$description" >"$folder/$variable.log" 2>&1 </dev/null &
        echo $! >"$folder/$variable.pid"
        for _ in $(seq 1 300); do
            (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && { echo "$variable=http://127.0.0.1:$port"; return 0; }
            kill -0 "$(cat "$folder/$variable.pid")" 2>/dev/null || break
            sleep 0.1
        done
        kill "$(cat "$folder/$variable.pid")" 2>/dev/null
    done
    tail -5 "$folder/$variable.log" >&2
    return 1
}

case $verb in
start)
    [ -f "$PRISM_MODULES/.complete" ] || { echo "Prism is not installed: run tests/servers/install.sh" >&2; exit 1; }
    mkdir -p "$folder"
    started=1
    start_one SHIRASE_PRISM "$(ls "$openapi"/x/openapi-docs-*.json 2>/dev/null | sort | tail -1)" && started=0
    start_one SHIRASE_PRISM_FACEBOOK "$(ls "$openapi"/facebook/*.json 2>/dev/null | tail -1)" && started=0
    start_one SHIRASE_PRISM_MASTODON "$(ls "$openapi"/mastodon/*.json 2>/dev/null | tail -1)" && started=0
    [ $started -eq 0 ] || echo "No platform's description is beside the repository" >&2
    exit $started
    ;;
stop)
    for file in "$folder"/*.pid; do
        [ -f "$file" ] && kill "$(cat "$file")" 2>/dev/null
        rm -f "$file"
    done
    exit 0
    ;;
*)
    echo "start or stop, not '$verb'" >&2
    exit 2
    ;;
esac
