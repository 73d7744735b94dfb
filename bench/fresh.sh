# How fresh boards are: from the moment a record begins to count, as its step says it, to the first answer over HTTP that has it in
# the own time of all time in the city. Goal: 5 s. FRESH=20 records on notice, whose last day is moved to now; the job that
# lets records count looks once a minute, which is not part of the measured time.
echo
echo "Freshness of boards, ${FRESH:-20} records that begin to count together"
fresh_tokens() { # token, volunteer and record as numbers
    {
        echo "create temp table t (token text, id text);"
        echo "copy t from stdin;"
        awk -F'\t' '{ print $1 "\t" $2 }' "$OUT/people.tsv"
        echo '\.'
        cat << SQL
        with p as (
            select token, (select sum((strpos('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(id, i, 1)) - 1)::numeric * 32::numeric ^ (13 - i))
                from generate_series(1, 13) i)::bigint as volunteer_id from t)
        select distinct on (volunteer_id) token, volunteer_id, record_id from p
        join record_current using (volunteer_id) join board_member using (volunteer_id)
        where state = 'NOTICE' and time_kind = 'CREDIT' and service_minutes > 0 limit ${FRESH:-20};
SQL
    } | psql -qAtX -F $'\t' -v ON_ERROR_STOP=1
}
fresh_minutes() {
    curl -fsS -H "Authorization: Bearer $1" "$ADDRESS/api/v1/boards?span=all&region=${CITY_REGION:-4201}" \
        | sed 's/.*"mine"://' | grep -o '"creditMinutes":[0-9]*' | tr -dc '0-9\n' | paste -sd' '
}
fresh_tokens > "$OUT/fresh.tsv"
[ -s "$OUT/fresh.tsv" ] || { echo "Nobody of people.tsv is on boards and has a record on notice." >&2; exit 1; }
# A city that stood still counts first what came due meanwhile.
for _ in $(seq 1 600); do
    [ "$(bench_sql "select exists (select from board_dirty) or exists (
        select from record_current where state = 'NOTICE' and counts_on <= now() - interval '10 seconds')")" = f ] && break
    sleep 1
done
declare -A fresh_before=() fresh_seen=()
records=
while IFS=$'\t' read -r token volunteer record; do
    fresh_before[$record]=$(fresh_minutes "$token")
    records="$records${records:+,}($volunteer,$record)"
done < "$OUT/fresh.tsv"
bench_sql "update record_current set counts_on = now() where (volunteer_id, record_id) in ($records)"
for _ in $(seq 1 2000); do
    while IFS=$'\t' read -r token volunteer record; do
        [ -n "${fresh_seen[$record]:-}" ] && continue
        [ "$(fresh_minutes "$token")" = "${fresh_before[$record]}" ] || fresh_seen[$record]=$(date +%s.%N)
    done < "$OUT/fresh.tsv"
    [ "${#fresh_seen[@]}" = "$(wc -l < "$OUT/fresh.tsv")" ] && break
    sleep 0.05
done
fresh_took=()
for record in "${!fresh_seen[@]}"; do
    began=$(bench_sql "select extract(epoch from max(at)) from record_step where record_id = $record and state = 'EFFECTIVE'")
    fresh_took+=("$(awk -v a="${fresh_seen[$record]}" -v b="$began" 'BEGIN { printf "%.2f", a - b }')")
done
printf '    seen %d of %d; median %s s, slowest %s s (goal 5, %s)\n' "${#fresh_seen[@]}" "$(wc -l < "$OUT/fresh.tsv")" \
    "$(bench_median "${fresh_took[@]}")" "$(printf '%s\n' "${fresh_took[@]}" | sort -n | tail -1)" "$(bench_calm)"
