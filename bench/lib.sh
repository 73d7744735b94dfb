# Shared by the measurements: the server, the people, the clock, the table of results. Sourced by bench/run.

ROUNDS=${ROUNDS:-3}
PORT=${PORT:-8190}
CONNECTIONS=${CONNECTIONS:-128}
HEAP=${HEAP:-1g}
BENCH_DATA=$(realpath -m "${BENCH_DATA:-target/bench}")
OUT=$BENCH_DATA/load
ADDRESS=http://127.0.0.1:$PORT

# First ids, as in PrepareBench.
VOLUNTEER=3000000000000
HOT_ACTIVITY=4000000000000
SPREAD_ACTIVITY=5000000000000
RUNNING_ACTIVITY=6000000000000

bench_need_tools() {
    local missing=""
    for tool in wrk pgbench psql; do
        command -v "$tool" > /dev/null || missing="$missing $tool"
    done
    [ -z "$missing" ] && return
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        echo "Installing$missing …"
        apt-get install -y -qq wrk postgresql-client postgresql-contrib > /dev/null
    else
        echo "Missing:$missing. On Debian or Ubuntu: apt-get install wrk postgresql-client postgresql-contrib" >&2
        exit 1
    fi
}

bench_build() {
    . scripts/find-jdk.sh
    JAR=target/yiwang.jar
    if [ ! -f "$JAR" ] || [ -n "$(find pom.xml src/main -newer "$JAR" -print -quit)" ]; then
        yiwang_need_maven
        echo "Building …"
        mvn -q -B -ntp -Dfast -Dmaven.test.skip=true package
        touch "$JAR"
    fi
}

# bench_city — makes a whole city in CITY_DATA, or takes the one that is there, and lets everything after it happen in it.
# Settings: CITY_DATA=target/city  VOLUNTEERS=1550000  SEED=1  YEARS=2  UNTIL=<today>  BOARDS=1 (share of those who take part)
# CITY_REBUILD=<words of rebuild, by commas>
bench_city() {
    CITY=1
    BENCH_DATA=$(realpath -m "${CITY_DATA:-target/city}")
    OUT=$BENCH_DATA/load
    if [ -f "$BENCH_DATA/city" ]; then
        echo "The city of $BENCH_DATA: $(cat "$BENCH_DATA/city")"
        return
    fi
    bench_build
    mkdir -p "$BENCH_DATA"
    "$JAVA_HOME/bin/java" -Xmx"${CITY_HEAP:-2g}" \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -jar "$JAR" generate --volunteers "${VOLUNTEERS:-1550000}" --seed "${SEED:-1}" --years "${YEARS:-2}" --boards "${BOARDS:-1}" \
        ${UNTIL:+--until "$UNTIL"} ${CITY_REBUILD:+--rebuild "$CITY_REBUILD"} --seal --yiwang.data="$BENCH_DATA"
    echo "${VOLUNTEERS:-1550000} volunteers, seed ${SEED:-1}, ${YEARS:-2} years until ${UNTIL:-$(date -u +%F)}" > "$BENCH_DATA/city"
}

# bench_city_people — sessions for people of the city and for an office: people.tsv, organizers.tsv (token, id), office.tsv,
# and what those who take part ask of boards: asks.tsv (token, path, id).
bench_city_people() {
    [ -f "$OUT/asks.tsv" ] || mvn -q -B -ntp -Dfast test -Dtest=PrepareCityBench -Dbench.data="$BENCH_DATA" \
        -Dbench.out="$OUT" > "$BENCH_DATA/prepare.log" 2>&1 || { tail -30 "$BENCH_DATA/prepare.log" >&2; exit 1; }
    PEOPLE=$(wc -l < "$OUT/people.tsv")
}

bench_start() {
    bench_build
    mkdir -p "$BENCH_DATA"
    "$JAVA_HOME/bin/java" -Xms"$HEAP" -Xmx"$HEAP" ${JAVA_FLAGS:-} \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -jar "$JAR" serve --yiwang.data="$BENCH_DATA" --server.port="$PORT" > "$BENCH_DATA/server.log" 2>&1 &
    SERVER=$!
    echo "Starting the server on port $PORT …"
    for _ in $(seq 1 600); do
        curl -fs "$ADDRESS/actuator/health/readiness" > /dev/null && break
        kill -0 "$SERVER" 2> /dev/null || { tail -20 "$BENCH_DATA/server.log" >&2; exit 1; }
        sleep 0.2
    done
    PGPORT=$(sed -n 4p "$BENCH_DATA/db/postmaster.pid")
    PGPASSWORD=$(cat "$BENCH_DATA/db/yiwang.password")
    export PGHOST=127.0.0.1 PGPORT PGUSER=yiwang PGPASSWORD PGDATABASE=yiwang
    echo "fsync $(bench_sql 'show fsync'), synchronous_commit $(bench_sql 'show synchronous_commit'), $(bench_sql 'select version()' | cut -d' ' -f1-2)"
}

bench_stop() {
    kill "$SERVER" 2> /dev/null && wait "$SERVER" 2> /dev/null || true
}

bench_sql() {
    psql -qAtX -v ON_ERROR_STOP=1 -c "$1"
}

bench_prepare() {
    if [ ! -s "$OUT/people.tsv" ] || [ ! -s "$OUT/running.tsv" ]; then
        echo "Making people and activities …"
        mvn -q -B -ntp -Dfast test -Dtest=PrepareBench -Dbench.data="$BENCH_DATA" -Dbench.out="$OUT" \
            > "$BENCH_DATA/prepare.log" 2>&1 || { tail -30 "$BENCH_DATA/prepare.log" >&2; exit 1; }
    fi
    PEOPLE=$(wc -l < "$OUT/people.tsv")
}

# How fast this disk makes a commit durable, and how busy the machine is with other things.
bench_machine() {
    echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg) before the first round, $(uname -m), $(date -u +%F' '%T) UTC"
}

# bench_calm — the share of the processors that others took lately, in percent; noted beside each round.
bench_calm() {
    awk '/^some/ { sub("avg10=", "", $2); print "cpu pressure " $2 " %" }' /proc/pressure/cpu 2> /dev/null \
        || echo "load $(cut -d' ' -f1 /proc/loadavg)"
}

# bench_wrk <sql that counts> <script> <arguments of the script…> — runs wrk until nothing more is counted (wrk itself
# would go on until its time is over) and prints "<not 2xx> <p50 ms> <p99 ms>".
bench_wrk() {
    local count=$1 script=$2 before now
    shift 2
    wrk -t2 -c"$CONNECTIONS" -d600s --timeout 30s -s "bench/$script" "$ADDRESS" -- "$@" > "$BENCH_DATA/wrk.log" &
    local load=$!
    before=$(bench_sql "$count")
    for _ in $(seq 1 600); do
        sleep 1
        now=$(bench_sql "$count")
        [ "$now" != "$before" ] || [ "$now" = 0 ] || break
        before=$now
    done
    kill -INT "$load"
    wait "$load" || true
    awk '/^RESULT/ { print $4, $5, $6 }' "$BENCH_DATA/wrk.log"
}

# bench_pgbench <clients> <how long: -T seconds or -t transactions> <script> <variables…> — prints transactions per second.
bench_pgbench() {
    local clients=$1 long=$2 script=$3
    shift 3
    # shellcheck disable=SC2086
    pgbench -n -M prepared -c "$clients" -j 2 $long -f "bench/$script" "$@" -D clients="$clients" -D seq=0 \
        2> "$BENCH_DATA/pgbench.log" | awk '/^tps/ { printf "%.0f\n", $3 }'
}

# bench_reference <base> <offset> <activities> <shifts> <day> — sign-ups per second of pgbench, the better of few and many clients.
bench_reference() {
    local best=0 tps clients people=0
    for clients in ${REFERENCE_CLIENTS:-8 64}; do
        tps=$(bench_pgbench "$clients" "-T ${REFERENCE_SECONDS:-8}" sign-up.sql -D base="$1" -D offset="$2" -D activities="$3" \
            -D shifts="$4" -D day="$5" -D first_volunteer="$((VOLUNTEER + people))" \
            -D first_signup="$(date +%s%N | cut -c1-16)000")
        [ "${tps:-0}" -gt "$best" ] && best=$tps
        people=$((people + PEOPLE / 2))
    done
    echo "$best"
}

bench_median() {
    printf '%s\n' "$@" | sort -n | awk '{ a[NR] = $1 } END { print (NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2) }'
}

# bench_verdict <name> <ours> <reference> <goal> — the line that goes into docs/performance.md.
bench_verdict() {
    awk -v n="$1" -v a="$2" -v b="$3" -v g="$4" 'BEGIN {
        printf "%s: %.0f/s over HTTP, %.0f/s by pgbench, ratio %.1f (goal %s) %s\n", n, a, b, a / b, g, (a / b >= g ? "reached" : "MISSED") }'
}
