# P6: import of records from CSV with every check, two people and the job in the background. Goal: at least 0.3 times COPY
# of the same rows into the same tables with their indexes. LINES=1000000 unless told; lines come by 10,000.
#
# What is compared: the program reads the files, finds every person by number and name, lays the lines down, checks them
# (activity, shift, place, quota, overlap, daily caps, taken before) and writes record_entry, record_current, record_step
# and the totals. COPY writes exactly the same rows into tables of the same shape: record_entry + record_current +
# record_step with all their indexes and constraints, and, apart, record_current alone, which has the exclusion constraint.
LINES=${LINES:-1000000}
echo
echo "P6  import of $LINES lines, heap of the server $HEAP"
if [ "$(bench_sql "select count(*) from record_entry where origin = 'PAPER'")" != 0 ]; then
    echo "There are imported records: remove $BENCH_DATA and run again." >&2; exit 1
fi
mvn -q -B -ntp -Dfast test -Dtest=PrepareImportBench -Dbench.data="$BENCH_DATA" -Dbench.out="$OUT" -Dbench.lines="$LINES" \
    > "$BENCH_DATA/prepare.log" 2>&1 || { tail -30 "$BENCH_DATA/prepare.log" >&2; exit 1; }
sleep 2 # until the server knows the rules of the bench
p6_post() { # p6_post <token> <path> <file> — posts, prints the id of the import
    curl -fsS -H "Authorization: Bearer $(cat "$OUT/$1.token")" -H "Content-Type: application/octet-stream" \
        --data-binary "@$3" "$ADDRESS/api/v1/imports$2" | sed 's/.*"id":"\([^"]*\)".*/\1/'
}
p6_confirm() { # p6_confirm <import> — the first adds a scan, the second opens it and confirms
    curl -fsS -o /dev/null -X PUT -H "Authorization: Bearer $(cat "$OUT/first.token")" -H "Content-Type: image/png" \
        --data-binary "@$OUT/scan.png" "$ADDRESS/api/v1/imports/$1/scan"
    local as=(-fsS -H "Authorization: Bearer $(cat "$OUT/second.token")")
    curl "${as[@]}" -o /dev/null "$ADDRESS/api/v1/imports/$1/scan"
    local hash
    hash=$(curl "${as[@]}" "$ADDRESS/api/v1/imports/$1" | sed 's/.*"scanHash":"\([^"]*\)".*/\1/')
    curl "${as[@]}" -o /dev/null -X POST -H "Content-Type: application/json" -d "{\"scanHash\":\"$hash\"}" \
        "$ADDRESS/api/v1/imports/$1/confirm"
}
p6_now() { date +%s%N; }
p6_seconds() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", (b - a) / 1e9 }'; }
p6_rate() { awk -v n="$1" -v s="$2" 'BEGIN { printf "%.0f", n / s }'; }
organization=$(cat "$OUT/organization")

begun=$(p6_now); ids=()
for file in "$OUT"/import-*.csv; do
    ids+=("$(p6_post first "?organization=$organization&name=$(basename "$file")" "$file")")
done
laid=$(p6_seconds "$begun" "$(p6_now)")
echo "    read and laid down in $laid s  ($(bench_calm))"
for id in "${ids[@]}"; do p6_confirm "$id"; done
while [ "$(bench_sql "select count(*) from paper_import where state in ('WAITING', 'RUNNING')")" != 0 ]; do sleep 1; done
# From the first batch on: the job looks for work every few seconds, which is no part of the work.
took=$(bench_sql "select round(extract(epoch from max(finished_at) - (select min(made_at) from record_entry where origin = 'PAPER')), 1) from paper_import")
read -r taken refused < <(bench_sql "select sum(taken), sum(refused) from paper_import" | tr '|' ' ')
echo "    checked and taken in $took s  ($taken taken, $refused refused, $(bench_calm))"
[ "$taken" = "$LINES" ] || { echo "Not all lines were taken." >&2; exit 1; }
whole=$(awk -v a="$laid" -v b="$took" 'BEGIN { print a + b }')

begun=$(p6_now)
again=$(p6_post first "?organization=$organization&name=import.xlsx" "$OUT/import.xlsx")
read_in=$(p6_seconds "$begun" "$(p6_now)")
p6_confirm "$again"
while [ "$(bench_sql "select count(*) from paper_import where state in ('WAITING', 'RUNNING')")" != 0 ]; do sleep 1; done
echo "    the same lines as a workbook: read in $read_in s, $(bench_sql "select known || ' known, ' || taken || ' taken' from paper_import order by made_at desc limit 1")"

tables="record_entry record_current record_step"
for table in $tables; do bench_sql "copy $table to stdout" > "$OUT/$table.copy"; done
p6_copy() { # p6_copy <tables…> — seconds of COPY into fresh tables of the same shape
    for table in "$@"; do
        bench_sql "create table bench_$table (like $table including all)"
    done
    local from; from=$(p6_now)
    for table in "$@"; do bench_sql "copy bench_$table from stdin" < "$OUT/$table.copy"; done
    p6_seconds "$from" "$(p6_now)"
    for table in "$@"; do bench_sql "drop table bench_$table"; done
}
all=(); current=()
for round in $(seq 1 "$ROUNDS"); do
    # shellcheck disable=SC2086
    all+=("$(p6_copy $tables)"); current+=("$(p6_copy record_current)")
    echo "    round $round  COPY of the three tables ${all[-1]} s, of record_current alone ${current[-1]} s  ($(bench_calm))"
done
three=$(bench_median "${all[@]}"); one=$(bench_median "${current[@]}")
echo "P6: import $(p6_rate "$LINES" "$whole") lines/s in all, $(p6_rate "$LINES" "$took") lines/s taken; COPY $(p6_rate "$LINES" "$three") records/s into the three tables, $(p6_rate "$LINES" "$one") into record_current alone"
awk -v a="$whole" -v t="$took" -v b="$three" -v c="$one" 'BEGIN {
    printf "P6: ratio %.2f to COPY into the three tables (goal 0.3) %s; %.2f for taking alone; %.2f to COPY into record_current alone\n", b / a, (b / a >= 0.3 ? "reached" : "MISSED"), b / t, c / a }'
