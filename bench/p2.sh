# P2: the same people spread over 10,000 shifts of 1,000 activities. Goal: at least twice what pgbench reaches.
echo
echo "P2  10,000 shifts, $PEOPLE people, $CONNECTIONS connections"
# In each round everybody goes on another of the ten days, the reference on the days that the rounds over HTTP leave.
[ "$ROUNDS" -le 4 ] || { echo "P2 has days for four rounds." >&2; exit 1; }
[ "$(bench_sql "select count(*) from signup where activity_id > $SPREAD_ACTIVITY and activity_id < $SPREAD_ACTIVITY + 10000")" = 0 ] \
    || { echo "The days of P2 are used up: remove $BENCH_DATA and run again." >&2; exit 1; }
given="select sum(taken) from signup_shift where activity_id > $SPREAD_ACTIVITY"
ours=(); reference=()
bench_wrk "$given" sign-up.lua "$OUT/people.tsv" "$OUT/spread.tsv" 1 10000 11 "$PEOPLE" > /dev/null
echo "    warmed up"
for round in $(seq 1 "$ROUNDS"); do
    began=$(bench_sql "select now()")
    read -r bad p50 p99 < <(bench_wrk "$given" sign-up.lua "$OUT/people.tsv" "$OUT/spread.tsv" "$((round + 1))" 10000 11 "$PEOPLE")
    read -r taken rate < <(bench_sql "select count(*), round(count(*) / extract(epoch from max(at) - min(at))) from signup where activity_id > $SPREAD_ACTIVITY and at >= '$began'" | tr '|' ' ')
    ours+=("$rate")
    echo "    round $round  HTTP     $rate/s  ($taken places given, $bad not 2xx, p50 $p50 ms, p99 $p99 ms, $(bench_calm))"
    best=$(bench_reference "$SPREAD_ACTIVITY" 0 1000 10 "$((round + 5))")
    reference+=("$best")
    echo "    round $round  pgbench  $best/s  ($(bench_calm))"
done
bench_verdict P2 "$(bench_median "${ours[@]}")" "$(bench_median "${reference[@]}")" 2
