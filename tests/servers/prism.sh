#!/bin/bash
# A validator of requests to X: prism.sh start FOLDER | stop FOLDER
# Prism answers by X's own description of its API, which stands beside the repository (../shared); it refuses what the description does
# not allow. start prints SHIRASE_PRISM=…; without the description or npm it fails, and the tests that need it are skipped by name.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/places.sh"
verb=${1:?start or stop}
folder=${2:?a folder for the data}
shared=${SHIRASE_SHARED:-$here/../../../shared}

case $verb in
start)
    description=$(ls "$shared"/counterparts/openapi/x/openapi-docs-*.json 2>/dev/null | sort | tail -1)
    [ -n "$description" ] || { echo "X's description is not beside the repository" >&2; exit 1; }
    [ -f "$PRISM_MODULES/.complete" ] || { echo "Prism is not installed: run tests/servers/install.sh" >&2; exit 1; }
    mkdir -p "$folder"
    for _ in 1 2 3; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
        "$PRISM_MODULES/node_modules/.bin/prism" mock -h 127.0.0.1 -p "$port" "$description" >"$folder/log" 2>&1 </dev/null &
        echo $! >"$folder/pid"
        for _ in $(seq 1 300); do
            (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && { echo "SHIRASE_PRISM=http://127.0.0.1:$port"; exit 0; }
            kill -0 "$(cat "$folder/pid")" 2>/dev/null || break
            sleep 0.1
        done
        kill "$(cat "$folder/pid")" 2>/dev/null
    done
    tail -5 "$folder/log" >&2
    exit 1
    ;;
stop)
    [ -f "$folder/pid" ] && kill "$(cat "$folder/pid")" 2>/dev/null
    rm -f "$folder/pid"
    exit 0
    ;;
*)
    echo "start or stop, not '$verb'" >&2
    exit 2
    ;;
esac
