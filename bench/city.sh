# A whole city: how large it is, and how long pages take in it. Made by `generate` where there is none yet (bench_city).
#
# Each page is asked for twelve times by people of the city with sessions; the median and the slowest count, as the reader
# of the page waits for them: server, network of this machine and curl together.
echo
echo "City  $(cat "$BENCH_DATA/city")"
bench_sql "select '      ' || to_char(count(*), 'FM999,999,999') || ' volunteers' from volunteer"
bench_sql "select '      ' || to_char(sum(records), 'FM999,999,999') || ' records that count, ' || to_char(sum(credit_minutes + honour_minutes) / 60, 'FM999,999,999') || ' hours' from record_total"
bench_sql "select '      ' || to_char(count(*), 'FM999,999,999') || ' records wait to be sealed' from record_unsealed"
bench_sql "select '      ' || pg_size_pretty(pg_database_size(current_database()))"
city_page() { # city_page <path> <file with tokens>
    local times=() code time
    while read -r token _; do
        read -r code time < <(curl -s -o /dev/null -w '%{http_code} %{time_total}\n' -H "Cookie: yw_session=$token" "$ADDRESS$1")
        [ "$code" = 200 ] || { echo "    $1 answered $code" >&2; return 1; }
        times+=("$time")
    done < <(head -12 "$2")
    printf '    %-28s median %4.0f ms, slowest %4.0f ms  (%s)\n' "$1" \
        "$(awk -v s="$(bench_median "${times[@]}")" 'BEGIN { print s * 1000 }')" \
        "$(printf '%s\n' "${times[@]}" | sort -n | tail -1 | awk '{ print $1 * 1000 }')" "$(bench_calm)"
}
for _ in 1 2; do # the first time warms up
    for page in / /activities /notice /me /me/hours /me/hours/explain /me/points /me/stars /boards /stars; do city_page "$page" "$OUT/people.tsv"; done
    city_page /desk "$OUT/organizers.tsv"
    city_page /gov "$OUT/office.tsv"
done
