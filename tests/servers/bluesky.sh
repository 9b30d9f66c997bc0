#!/bin/bash
# The Bluesky test servers: bluesky.sh start FOLDER | stop FOLDER
# start prints SHIRASE_PDS=… and SHIRASE_PDS_LIMITED=… once both answer.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/places.sh"
verb=${1:?start or stop}
folder=${2:?a folder for the data}

case $verb in
start)
    [ -d "$PDS_MODULES/node_modules" ] || { echo "The Bluesky server is not installed: run tests/servers/install.sh" >&2; exit 1; }
    mkdir -p "$folder"
    for _ in 1 2 3; do
        rm -rf "${folder:?}/data" "$folder/environment"
        (cd "$PDS_MODULES" && LOG_ENABLED=false exec node "$here/bluesky.mjs" "$folder/data" "$folder/environment") \
            >"$folder/log" 2>&1 </dev/null &
        echo $! >"$folder/pid"
        for _ in $(seq 1 600); do
            [ -f "$folder/environment" ] && { cat "$folder/environment"; exit 0; }
            kill -0 "$(cat "$folder/pid")" 2>/dev/null || break
            sleep 0.1
        done
        # A port that was free may be taken a moment later: once more with others
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
