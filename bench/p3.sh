# P3: check-ins by rotating code, 10,000 volunteers at 100 running activities. Goal: at least twice what pgbench reaches.
echo
CHECKED=10000
echo "P3  100 running activities, $CHECKED volunteers, $CONNECTIONS connections"
[ "$(bench_sql "select count(*) from activity_shift where activity_id > $RUNNING_ACTIVITY and ends_at > now() + interval '1 hour'")" = 100 ] \
    || { echo "The shifts of P3 are over: remove $BENCH_DATA and run again." >&2; exit 1; }
# Each round begins with nobody checked in, as in the morning of another day.
morning() { bench_sql "truncate attendance_open, attendance_pair, attendance_device"; }
# The codes as the organizers' screens show them now: good for this half minute and the next.
codes() {
    sed "s|.*|url = \"$ADDRESS&/code\"|; a write-out = \"\\\\n\"" "$OUT/running.tsv" \
        | curl -fsS -H "Authorization: Bearer $(cat "$OUT/organizer.token")" -K - \
        | sed 's/.*"token":"\([^"]*\)".*/\1/' | paste "$OUT/running.tsv" - > "$OUT/codes.tsv"
    [ "$(grep -c '	..' "$OUT/codes.tsv")" = 100 ] || { echo "The server gave no codes." >&2; exit 1; }
}
checked="select count(*) from attendance_pair"
ours=(); reference=()
for _ in 1 2 3 4; do
    morning; codes
    bench_wrk "$checked" check-in.lua "$OUT/people.tsv" "$OUT/codes.tsv" "$CHECKED" > /dev/null
done
echo "    warmed up"
for round in $(seq 1 "$ROUNDS"); do
    morning; codes
    read -r bad p50 p99 < <(bench_wrk "$checked" check-in.lua "$OUT/people.tsv" "$OUT/codes.tsv" "$CHECKED")
    # Counted in the database: what was committed, from the first to the last.
    read -r done rate < <(bench_sql "select count(*), round(count(*) / extract(epoch from max(came_at) - min(came_at))) from attendance_pair" | tr '|' ' ')
    ours+=("$rate")
    echo "    round $round  HTTP     $rate/s  ($done checked in, $bad not 2xx, p50 $p50 ms, p99 $p99 ms, $(bench_calm))"
    best=0
    for clients in ${REFERENCE_CLIENTS:-8 64}; do
        morning
        tps=$(bench_pgbench "$clients" "-t $((CHECKED / clients))" check-in.sql -D base="$RUNNING_ACTIVITY" \
            -D first_volunteer="$VOLUNTEER" -D first_pair="$(date +%s%N | cut -c1-16)")
        [ "${tps:-0}" -gt "$best" ] && best=$tps
    done
    reference+=("$best")
    echo "    round $round  pgbench  $best/s  ($(bench_calm))"
done
morning
bench_verdict P3 "$(bench_median "${ours[@]}")" "$(bench_median "${reference[@]}")" 2
