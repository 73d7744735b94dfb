# P4: the first hundred and one's own rank of any region and period, 1.55 million people on the boards. Goal: at least half of what
# reading one row by its primary key over HTTP on the same server reaches. MEMBERS=1550000  ASK_SECONDS=20
#
# After `city` (bench/run city p4) the people are those of the generated city who take part, with the boards that come of their
# records; otherwise they are made here, with scores by chance.
#
# The reference is GET /api/v1/me: the same session check, one row of account by its key, and a small answer.
if [ -n "${CITY:-}" ]; then
    MEMBERS=$(bench_sql "select count(*) from board_member")
    [ -s "$OUT/asks.tsv" ] || { echo "Nobody in this city is on a board: generate it with BOARDS=1." >&2; exit 1; }
else
    MEMBERS=${MEMBERS:-1550000}
    mvn -q -B -ntp -Dfast test -Dtest=PrepareBoardBench -Dbench.data="$BENCH_DATA" -Dbench.out="$OUT" -Dbench.members="$MEMBERS" \
        -Dbench.url="jdbc:postgresql://127.0.0.1:$PGPORT/yiwang?user=yiwang&password=$PGPASSWORD" \
        > "$BENCH_DATA/prepare.log" 2>&1 || { tail -30 "$BENCH_DATA/prepare.log" >&2; exit 1; }
fi
echo
echo "P4  $MEMBERS people on the boards, $(wc -l < "$OUT/asks.tsv") of them ask, $CONNECTIONS connections"
p4_wrk() { # p4_wrk [path] — "<requests per second> <not 2xx> <p50 ms> <p99 ms>"
    wrk -t2 -c"$CONNECTIONS" -d"${ASK_SECONDS:-20}s" --timeout 30s -s bench/ask.lua "$ADDRESS" -- "$OUT/asks.tsv" "$@" \
        | awk '/^RESULT/ { printf "%.0f %d %s %s\n", $2 / $3, $4, $5, $6 }'
}
# What is fast must also be right: some answers against a count.
checked=0
while IFS=$'\t' read -r token path volunteer; do
    answer=$(curl -fsS -H "Authorization: Bearer $token" "$ADDRESS$path")
    region=${path##*region=}; span=$(echo "$path" | sed 's/.*span=\([A-Z]*\).*/\1/'); day=$(echo "$path" | sed 's/.*day=\([0-9-]*\).*/\1/')
    rank=$(echo "$answer" | sed -n 's/.*"mine":\[{[^}]*"rank":\([0-9]*\).*/\1/p')
    minutes=$(echo "$answer" | sed -n 's/.*"mine":\[{[^}]*"creditMinutes":\([0-9]*\).*/\1/p')
    counted=$(bench_sql "select 1 + count(*) from board_score s join board b using (board_id) where b.span = '$span' and b.starts_on = '$day' and facet = '' and region_code like '$region%' and minutes > ${minutes:-0}")
    if [ -n "$rank" ]; then
        [ "$rank" = "$counted" ] || { echo "$path: rank $rank, counted $counted" >&2; exit 1; }
        checked=$((checked + 1))
    fi
done < <(head -40 "$OUT/asks.tsv")
[ "$checked" -gt 0 ] || { echo "None of the first 40 who ask has a rank." >&2; exit 1; }
echo "    $checked ranks counted in the database: all right"
read -r rate bad p50 p99 < <(p4_wrk)
echo "    first          boards   $rate/s  ($bad not 2xx, p50 $p50 ms, p99 $p99 ms, $(bench_calm)): a server just started, no board held"
p4_wrk /api/v1/me > /dev/null; p4_wrk > /dev/null
echo "    warmed up"
ours=(); reference=()
for round in $(seq 1 "$ROUNDS"); do
    read -r rate bad p50 p99 < <(p4_wrk)
    ours+=("$rate")
    echo "    round $round  boards   $rate/s  ($bad not 2xx, p50 $p50 ms, p99 $p99 ms, $(bench_calm))"
    read -r rate bad p50 p99 < <(p4_wrk /api/v1/me)
    reference+=("$rate")
    echo "    round $round  one row  $rate/s  ($bad not 2xx, p50 $p50 ms, p99 $p99 ms, $(bench_calm))"
done
awk -v a="$(bench_median "${ours[@]}")" -v b="$(bench_median "${reference[@]}")" 'BEGIN {
    printf "P4: %.0f boards/s, %.0f rows/s, ratio %.2f (goal 0.5) %s\n", a, b, a / b, (a / b >= 0.5 ? "reached" : "MISSED") }'
