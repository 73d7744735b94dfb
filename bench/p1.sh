# P1: everybody wants the same shift. Goal: at least 10 times what pgbench reaches with one transaction per sign-up.
echo
echo "P1  one hot shift, $PEOPLE people, $CONNECTIONS connections"
# Each round has a hot shift of its own; a repeated run goes on with those nobody has signed up for.
hot=$(bench_sql "select coalesce(max(activity_id - $HOT_ACTIVITY), 0) from signup where activity_id > $HOT_ACTIVITY and activity_id < $SPREAD_ACTIVITY")
[ "$hot" -le $((16 - 2 * ROUNDS - 1)) ] || { echo "The hot shifts are used up: remove $BENCH_DATA and run again." >&2; exit 1; }
given() { echo "select taken from signup_shift where activity_id = $HOT_ACTIVITY + $1"; }
ours=(); reference=()
hot=$((hot + 1))
bench_wrk "$(given "$hot")" sign-up.lua "$OUT/people.tsv" "$OUT/hot.tsv" "$hot" 16 0 "$PEOPLE" > /dev/null
echo "    warmed up"
for round in $(seq 1 "$ROUNDS"); do
    hot=$((hot + 1))
    read -r bad p50 p99 < <(bench_wrk "$(given "$hot")" sign-up.lua "$OUT/people.tsv" "$OUT/hot.tsv" "$hot" 16 0 "$PEOPLE")
    # Counted in the database: what was committed, from the first to the last.
    read -r taken rate < <(bench_sql "select count(*), round(count(*) / extract(epoch from max(at) - min(at))) from signup where activity_id = $HOT_ACTIVITY + $hot" | tr '|' ' ')
    ours+=("$rate")
    echo "    round $round  HTTP     $rate/s  ($taken places given, $bad not 2xx, p50 $p50 ms, p99 $p99 ms, $(bench_calm))"
    hot=$((hot + 1))
    best=$(bench_reference "$HOT_ACTIVITY" "$((hot - 1))" 1 1 0)
    reference+=("$best")
    echo "    round $round  pgbench  $best/s  ($(bench_calm))"
done
bench_verdict P1 "$(bench_median "${ours[@]}")" "$(bench_median "${reference[@]}")" 10
