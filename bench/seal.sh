# Sealing: writing so many records that count, then sealing them; rounds in fresh databases. Goal: sealing takes no longer.
# RECORDS=1000000
echo
RECORDS=${RECORDS:-1000000}
# The program's own role may not make databases; the administrator of the embedded server has the same password.
seal_admin() { PGUSER=postgres PGDATABASE=postgres PGOPTIONS='-c client_min_messages=warning' bench_sql "$1" > /dev/null; }
echo "seal  $RECORDS records, 5,000 in a transaction, in a database of its own"
written=(); sealed=()
for round in $(seq 1 "$ROUNDS"); do
    seal_admin "drop database if exists seal_bench"
    seal_admin "create database seal_bench owner yiwang"
    mvn -q -B -ntp -Dfast test -Dtest=SealBench -Dbench.url="jdbc:postgresql://127.0.0.1:$PGPORT/seal_bench" \
        -Dbench.records="$RECORDS" -Dbench.out="$BENCH_DATA/seal.txt" > "$BENCH_DATA/seal.log" 2>&1 \
        || { tail -30 "$BENCH_DATA/seal.log" >&2; exit 1; }
    read -r records write seal < "$BENCH_DATA/seal.txt"
    written+=("$((records * 1000 / write))"); sealed+=("$((records * 1000 / seal))")
    echo "    round $round  written ${written[-1]}/s, sealed ${sealed[-1]}/s  ($(bench_calm))"
done
seal_admin "drop database if exists seal_bench"
awk -v a="$(bench_median "${sealed[@]}")" -v b="$(bench_median "${written[@]}")" 'BEGIN {
    printf "seal: %.0f/s sealed, %.0f/s written, ratio %.1f (goal 1) %s\n", a, b, a / b, (a / b >= 1 ? "reached" : "MISSED") }'
