#!/bin/bash
# Attacks the running product with wapiti and sqlmap: scan.sh FOLDER; FOLDER takes the database, the log and the reports.
# In Production behind TLS of its own, on the data of the sample, public pages first and then as somebody who may nearly everything.
# SHIRASE_SCAN_MINUTES (10) bounds the whole. Exit code 0: nothing found; 1: findings, which are printed; 3: it could not be done.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.." || exit 3
folder=$(mkdir -p "${1:?a folder}" && cd "$1" && pwd)
configuration=${SHIRASE_CONFIGURATION:-Debug}
seconds=$((60 * ${SHIRASE_SCAN_MINUTES:-10}))
web=src/Shirase.Web
cli=$PWD/src/Shirase.Cli/bin/$configuration/net10.0/shirase.dll
node=
for program in wapiti sqlmap openssl curl python3; do
    command -v "$program" >/dev/null || { echo "scan: $program is missing; run tests/servers/install.sh scan" >&2; exit 3; }
done
trap '[ -z "$node" ] || kill "$node" 2>/dev/null' EXIT

# 127.0.0.2: browsers' tools make exceptions for localhost, and HSTS is one of them
host=127.0.0.2
free() { python3 -c "import socket; s = socket.socket(); s.bind(('$host', 0)); print(s.getsockname()[1])"; }
export Storage__ConnectionString="Data Source=$folder/shirase.db" Keys__Folder=$folder/keys
export Limits__SignInsPerMinute=100000 Limits__PastesPerMinute=100000 SignIn__AddressAttempts=100000 SignIn__Attempts=50
export SignIn__RequireAuthenticator=false SignIn__IdleMinutes=480
export Logging__LogLevel__Default=Warning Logging__LogLevel__Microsoft__Hosting__Lifetime=Information

# start NAME: waits until the product answers at $address
start() {
    (cd "$web" && exec dotnet "bin/$configuration/net10.0/Shirase.Web.dll") >"$folder/$1.log" 2>&1 </dev/null &
    node=$!
    for _ in $(seq 1 300); do
        curl -sk -o /dev/null --max-time 2 "$address/health/live" && return 0
        kill -0 "$node" 2>/dev/null || break
        sleep 0.2
    done
    echo "scan: the product did not start:" >&2
    tail -5 "$folder/$1.log" >&2
    exit 3
}

# The data of the sample first: Production would refuse to make them
address=http://127.0.0.1:$(free)
ASPNETCORE_ENVIRONMENT=Testing ASPNETCORE_URLS=$address Installation__Sample=true start seed
kill "$node"; wait "$node" 2>/dev/null
password=$(openssl rand -hex 16)
echo "$password" | dotnet "$cli" admin create --body gunma-police --login tamura --name x >/dev/null || exit 3

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$host" -addext "subjectAltName=IP:$host" -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
address=https://$host:$(free)
ASPNETCORE_ENVIRONMENT=Production Installation__Sample=false Channels__Website__BaseAddress=$address/ \
    Kestrel__Endpoints__Https__Url=$address Kestrel__Endpoints__Https__Certificate__Path=$folder/cert.pem \
    Kestrel__Endpoints__Https__Certificate__KeyPath=$folder/key.pem start production

mark() { curl -sk -c "$folder/jar" -b "$folder/jar" "$1" | grep -oE '__RequestVerificationToken[^>]*value="[^"]+"' | head -1 | sed -E 's/.*value="([^"]+)"/\1/'; }
token=$(mark "$address/sign-in")
curl -sk -o /dev/null -c "$folder/jar" -b "$folder/jar" "$address/sign-in" \
    --data-urlencode "__RequestVerificationToken=$token" --data-urlencode Form.Login=tamura --data-urlencode "Form.Password=$password"
[ "$(curl -sk -o /dev/null -w '%{http_code}' -b "$folder/jar" "$address/operations")" = 200 ] || { echo "scan: nobody could sign in" >&2; exit 3; }
cookies=$(awk '/shirase/ { printf "%s%s=%s", (n++ ? "; " : ""), $6, $7 }' "$folder/jar")
found=0

# Two functions of Debian 12's wapiti are replaced: one stumbles over its own -x under Python 3.11, one knows "HttpOnly" in this spelling
# only, while names of attributes have none (RFC 6265, 5.2)
run_wapiti='
import fnmatch, re
import wapitiCore.net.crawler as crawler
crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
from wapitiCore.attack.mod_cookieflags import mod_cookieflags
mod_cookieflags.check_httponly_flag = staticmethod(lambda cookie: any(name.lower() == "httponly" for name in cookie._rest))
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()
'

# attack NAME SECONDS FURTHER…: wapiti's findings, and answers of 500, are printed
attack() {
    local name=$1 limit=$2
    shift 2
    /usr/bin/python3 -c "$run_wapiti" --flush-session -f json -o "$folder/$name.json" --no-bugreport --max-scan-time $((limit / 2)) --max-attack-time $((limit / 20 + 1)) -t 10 -d 6 --max-links-per-page 60 -v 0 \
        -m sql,xss,permanentxss,csp,http_headers,cookieflags,crlf,exec,file,redirect,xxe "$@" >"$folder/$name.wapiti" 2>&1
    python3 - "$folder/$name.json" "$name" "$folder/$name.wapiti" <<'PYTHON'
import json, re, sys
try:
    report = json.load(open(sys.argv[1]))
except (OSError, ValueError):
    print(f"scan: wapiti left no report of {sys.argv[2]}")
    sys.exit(3)
lines = [f"{kind}: {f['method']} {f['path']} {f.get('parameter') or ''} {f['info']}"
         for part in ("vulnerabilities", "anomalies") for kind, all in report[part].items()
         # The filter of old browsers that X-XSS-Protection switched on was a hole itself (OWASP advises against the header)
         for f in all if "X-XSS-Protection" not in f["info"]
         # A scanner that waits ten seconds on a busy machine meets its own impatience
         and kind != "Resource consumption"]
seen = re.search(r"found (\d+) URLs", open(sys.argv[3], errors="replace").read())
print(f"wapiti {sys.argv[2]}: {seen.group(1) if seen else 0} pages and forms, {len(lines)} findings")
if not seen or int(seen.group(1)) < 10:
    print("scan: wapiti saw hardly anything")
    sys.exit(3)
print("\n".join(lines[:50]))
sys.exit(1 if lines else 0)
PYTHON
    case $? in 0) ;; 1) found=1 ;; *) tail -3 "$folder/$name.wapiti" >&2; exit 3 ;; esac
}

attack public $((seconds / 4)) -u "$address/site" --scope domain -x "$address/sign-out"
attack signed-in $((seconds / 3)) -u "$address/" --scope domain -H "Cookie: $cookies" -x "$address/sign-out*" -x "$address/security*" -x "$address/site*"

# inject NAME FURTHER…: sqlmap says "is vulnerable" and names the parameter
inject() {
    local name=$1
    shift
    timeout $((seconds / 12)) sqlmap --batch --flush-session --disable-coloring --level 2 --risk 1 --technique BEUS --threads 2 --timeout 10 --retries 1 \
        --output-dir "$folder/sqlmap" --random-agent "$@" >"$folder/$name.sqlmap" 2>&1
    if grep -qE "is vulnerable|^Parameter: |injection point\(s\)" "$folder/$name.sqlmap"; then
        found=1
        echo "sqlmap $name: found"
        grep -E "is vulnerable|^Parameter: |    (Type|Title|Payload): " "$folder/$name.sqlmap" | head -10
    elif grep -qE "testing connection|do not appear to be injectable|testing if" "$folder/$name.sqlmap"; then
        echo "sqlmap $name: 0 findings"
    else
        echo "scan: sqlmap did not work on $name:" >&2
        tail -3 "$folder/$name.sqlmap" >&2
        exit 3
    fi
}

inject archive -u "$address/site/gunma-police/posts?p=1&q=a"
inject paste -u "$address/site/gunma-police" --data "q=a"
inject search -u "$address/posts?q=a&Unit=b&State=c" --cookie "$cookies"
inject journal -u "$address/records?Filter.Subject=a&Filter.Verb=b&p=1" --cookie "$cookies"
inject jobs -u "$address/operations/jobs?Filter.Subject=a&Filter.Kind=b" --cookie "$cookies"
[ "$(curl -sk -o /dev/null -w '%{http_code}' "$address/health/ready")" = 200 ] || { found=1; echo "scan: the product is not well afterwards"; }
exit $found
