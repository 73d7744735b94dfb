#!/usr/bin/env bash
# The whole journey over the API, from registration to effective hours, against a demo server (./run):
#
#     docs/api-tour.sh [http://localhost:8080]
#
# Needs bash, curl and two minutes, because a real shift has to pass. Everybody in it is invented. Each step prints what
# it asked and what was answered; the script ends with an error at the first answer that is not the expected one.
set -euo pipefail

base=${1:-http://localhost:8080}
api=$base/api/v1
password=yiwang-demo-1
organizer=19900000003 # administrator of a team, demo city
liaison=19900000004   # another person of the same team, demo city
office=19900000006    # street office, demo city

say() { printf '\n== %s\n' "$*"; }

# call EXPECTED METHOD PATH TOKEN [BODY [KEY]] – sets $answer
call() {
    local expected=$1 method=$2 path=$3 token=$4 body=${5:-} key=${6:-} status
    local args=(-sS -X "$method" -H 'Accept: application/json' -H 'Accept-Language: en')
    [ -z "$token" ] || args+=(-H "Authorization: Bearer $token")
    [ -z "$body" ] || args+=(-H 'Content-Type: application/json' --data "$body")
    [ -z "$key" ] || args+=(-H "Idempotency-Key: $key")
    answer=$(curl "${args[@]}" -w '\n%{http_code}' "$api$path")
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    printf '%s %s -> %s %.240s\n' "$method" "$path" "$status" "$answer"
    if [ "$status" != "$expected" ]; then
        printf 'expected %s\n' "$expected" >&2
        exit 1
    fi
}

# The first value of a field in the answer.
field() { printf '%s' "$answer" | grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

expect() { # FIELD VALUE
    if ! printf '%s' "$answer" | grep -q "\"$1\":\"\{0,1\}$2[\",}]"; then
        printf 'expected "%s":"%s" in %s\n' "$1" "$2" "$answer" >&2
        exit 1
    fi
}

hidden() { # FIELD
    if printf '%s' "$answer" | grep -q "\"$1\":"; then
        printf 'expected no "%s" in %s\n' "$1" "$answer" >&2
        exit 1
    fi
}

sign_in() { # MOBILE – sets $token
    call 201 POST /session '' "{\"mobile\":\"$1\",\"password\":\"$password\"}"
    token=$(field token)
}

# An identity number that is valid in form: area, a date of birth in 1985, a number, the check character.
id_number() {
    local body sum=0 i weights=(7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2) check=(1 0 X 9 8 7 6 5 4 3 2)
    body=$(printf '4201%02d1985%02d%02d%03d' $((RANDOM % 80 + 10)) $((RANDOM % 12 + 1)) $((RANDOM % 28 + 1)) $((RANDOM % 999 + 1)))
    for i in "${!weights[@]}"; do sum=$((sum + weights[i] * ${body:i:1})); done
    printf '%s%s' "$body" "${check[sum % 11]}"
}

later() { date -u -d "+$1 seconds" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v "+$1S" +%Y-%m-%dT%H:%M:%SZ; }

register() { # NAME – sets $token and $volunteer
    local code
    mobile=$(printf '198%04d%04d' $((RANDOM % 10000)) $((RANDOM % 10000)))
    call 202 POST /volunteers/codes '' "{\"mobile\":\"$mobile\"}"
    code=$(code_of "$mobile")
    call 201 POST /volunteers '' "{\"mobile\":\"$mobile\",\"code\":\"$code\",\"person\":{\"name\":\"$1\",\"documentType\":\"01\",\"documentNumber\":\"$(id_number)\",\"residence\":\"420102015001\",\"acceptNotice\":true,\"acceptSensitiveData\":true}}"
    volunteer=$(field id)
    number=$(field number)
    token=$(field token)
}

# The code last sent to a number.
code_of() {
    local code=
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        code=$(curl -sS "$base/demo/outbox.json?mobile=$1" | grep -oE '[0-9]{6}' | grep -v "${1:0:6}" | grep -v "${1:5:6}" | head -n 1 || true)
        [ -z "$code" ] || break
        sleep 0.5
    done
    printf '%s' "$code"
}

# A moment as the clock on the wall in the city shows it.
wall() { # MOMENT FORMAT
    local seconds
    seconds=$(date -u -d "$1" +%s 2>/dev/null || date -j -u -f %Y-%m-%dT%H:%M:%SZ "$1" +%s)
    TZ=Asia/Shanghai date -d "@$seconds" "$2" 2>/dev/null || TZ=Asia/Shanghai date -r "$seconds" "$2"
}

say 'Three neighbours register, each with a mobile number and a document'
register 赵小红; zhao=$token; zhao_id=$volunteer; zhao_mobile=$mobile; zhao_number=$number
register 钱大勇; qian=$token; qian_id=$volunteer; qian_number=$number
register 孙丽; sun=$token; sun_id=$volunteer
call 200 GET /volunteers/me/card "$zhao"

say 'The administrator of a team signs in and writes an activity with two places'
sign_in "$organizer"; admin=$token
call 200 GET /me "$admin"
organization=$(field organization)
start=$(later 25)
end=$(later 100)
call ${created:-201} POST /activities "$admin" "{
  \"organizationId\":\"$organization\",\"region\":\"420102015001\",\"title\":\"花桥社区清洁家园\",
  \"categories\":[\"06\"],\"objects\":[\"10\"],\"protections\":[\"05\"],
  \"description\":\"和邻居们一起清理楼道和花坛，把可回收的纸箱分开捆好，送到小区门口的回收点。请穿便于活动的衣服和鞋。\",
  \"place\":{\"address\":\"花桥社区服务中心一楼门口\",\"latitude\":30.6321,\"longitude\":114.2987},
  \"contact\":{\"name\":\"陈志强\",\"phone\":\"027-82345678\"},
  \"risk\":{\"level\":0,\"note\":\"平地清扫，注意湿滑地面和台阶。\"},
  \"posts\":[{\"name\":\"清洁员\",\"description\":\"清扫与分类\",\"shifts\":[{\"start\":\"$start\",\"end\":\"$end\",\"capacity\":2}]}]}" "tour-$start-$RANDOM"
activity=$(field id)
call 200 POST "/activities/$activity/publish" "$admin"
expect state IN_REVIEW

say 'The street office looks at it and approves'
sign_in "$office"; reviewer=$token
call 200 GET "/activities/$activity/review" "$reviewer"
ticked=$(printf '%s' "$answer" | grep -o '"code":"[^"]*"' | cut -d '"' -f 4 | sed 's/.*/"&"/' | paste -sd , -)
call 200 POST "/activities/$activity/review" "$reviewer" "{\"approve\":true,\"ticked\":[$ticked]}"
expect state PUBLISHED
call 200 GET "/activities/$activity" ''
shift_id=$(printf '%s' "$answer" | grep -o '"shifts":\[{"id":"[^"]*"' | head -n 1 | cut -d '"' -f 6)
sign_ups=/activities/$activity/shifts/$shift_id/sign-ups

say 'Three apply for two places: two are in, the third waits; a repeated request changes nothing'
call 200 POST "$sign_ups" "$zhao" '{}' "tour-zhao-$activity"; expect state ACCEPTED
call 200 POST "$sign_ups" "$zhao" '{}' "tour-zhao-$activity"; expect state ACCEPTED
call 200 POST "$sign_ups" "$qian" '{}' "tour-qian-$activity"; expect state ACCEPTED
call 200 POST "$sign_ups" "$sun" '{}' "tour-sun-$activity"; expect state WAITING; expect position 1

say 'One gives the place up, the one who waited is promoted'
call 204 DELETE "$sign_ups" "$qian"
call 200 GET /sign-ups "$sun"; expect state ACCEPTED

say 'A wrong code is refused by name, the right one checks in'
call 422 POST "/activities/$activity/check-ins" "$zhao" '{"direction":"IN","code":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}'
expect code attendance.code-forged
call 200 GET "/activities/$activity/code" "$admin"
token_shown=$(field token); digits=$(field digits)
call 200 POST "/activities/$activity/check-ins" "$zhao" "{\"direction\":\"IN\",\"code\":\"$token_shown\"}"; expect state OPEN
call 200 POST "/activities/$activity/check-ins" "$sun" "{\"direction\":\"IN\",\"digits\":\"$digits\"}"; expect state OPEN
call 409 POST "/activities/$activity/check-ins" "$qian" "{\"direction\":\"IN\",\"code\":\"$token_shown\"}"
expect code attendance.not-signed-up

say 'They serve until the shift is over, then check out'
while [[ $(later 0) < $end ]]; do sleep 1; done
call 200 GET "/activities/$activity/code" "$admin"
token_shown=$(field token)
call 200 POST "/activities/$activity/check-ins" "$zhao" "{\"direction\":\"OUT\",\"code\":\"$token_shown\"}"; expect state CLOSED
call 200 POST "/activities/$activity/check-ins" "$sun" "{\"direction\":\"OUT\",\"code\":\"$token_shown\"}"; expect state CLOSED
call 200 GET "/volunteers/$zhao_id/records" "$zhao"; expect state PENDING

say 'The organizer closes the activity with a summary, and the hours go on public notice'
call 200 POST "/activities/$activity/close" "$admin" '{"done":"清理了三个楼道和两处花坛，分拣纸箱四十公斤，居民反映良好。","servedPeople":60}'
call 200 GET "/volunteers/$zhao_id/records" "$zhao"; expect state NOTICE; expect kind CREDIT
record=$(field id)
call 200 GET "/volunteers/$zhao_id/records/$record" "$zhao"
call 200 GET "/volunteers/$sun_id/records/totals" "$sun"
call 403 GET "/volunteers/$zhao_id/records/$record" "$qian"; expect code volunteer.not-yours

say 'The team evaluates its crew, a volunteer says how it was, and only then does each see the other'
call 200 GET "/activities/$activity/crew" "$admin"
call 200 POST "/activities/$activity/evaluations" "$admin" "[{\"volunteerId\":\"$zhao_id\",\"quality\":\"1\",\"words\":\"主动帮新队员熟悉流程\"}]"
expect recorded 1
call 200 GET "/volunteers/$zhao_id/dossier" "$zhao"; hidden quality
call 200 PUT "/volunteers/$zhao_id/activities/$activity/voice" "$zhao" '{"safety":3,"organizing":3,"usefulness":2,"words":"工具再多几把就好了"}'
call 200 GET "/volunteers/$zhao_id/dossier" "$zhao"; expect quality 1
call 200 POST "/organizations/$organization/trainings" "$admin" "{\"name\":\"急救常识\",\"content\":\"心肺复苏和包扎\",\"learningMinutes\":150,\"host\":\"区红十字会\",\"date\":\"$(wall "$start" +%F)\",\"numbers\":[\"$zhao_number\"]}"
expect recorded 1

say 'A volunteer objects to the record; the organization looks and answers with its reason'
call 201 POST /cases "$zhao" "{\"volunteer\":\"$zhao_id\",\"record\":\"$record\",\"complaint\":\"TOO_LITTLE\",\"words\":\"我提前十分钟就到了\"}" "tour-case-$record"
case=$(field id)
call 200 GET /cases/desk "$admin"
call 204 POST "/cases/desk/$case/answer" "$admin" '{"outcome":"KEPT","reason":"签到时间以班次开始前的宽限为准，提前到场不计入时长。"}'
call 200 GET "/cases/$case" "$zhao"; expect outcome KEPT

say 'A paper list is brought as a file by one leader and confirmed by another; lines that cannot be true come back with the reason: one gave the place up, one is nobody'
list=$(mktemp)
{
    echo '活动编号,活动名称,姓名,志愿者编号,证件号码,日期,到达时间,离开时间'
    echo "$activity,,钱大勇,$qian_number,,$(wall "$start" +%F),$(wall "$start" +%H:%M),$(wall "$end" +%H:%M)"
    echo "$activity,,无名氏,420102269999999,,$(wall "$start" +%F),$(wall "$start" +%H:%M),$(wall "$end" +%H:%M)"
} > "$list"
answer=$(curl -sS -X POST -H "Authorization: Bearer $admin" -H 'Content-Type: application/octet-stream' --data-binary "@$list" "$api/imports?organization=$organization&name=list.csv")
rm "$list"
import=$(field id)
echo "POST /imports -> $answer"
# An empty page stands for the scan of the signed sheet.
printf 'iVBORw0KGgoAAAANSUhEUgAAASwAAAGQCAAAAAAxHgKnAAACJ0lEQVR42u3QMQEAAAwCIPuX1gr79kAEUs6iQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAlS5YsWbIUyJIlS5YsWQpkyZIlS5YsBbJkyZIlS5YCWbJkyZIlS4EsWbJkyZKlQJYsWbJkyVIgS5YsWbJkKZAl69sAWRMGnhpJe5EAAAAASUVORK5CYII=' | base64 -d |
    curl -sS -f -X PUT -H "Authorization: Bearer $admin" -H 'Content-Type: image/png' --data-binary @- "$api/imports/$import/scan"
sign_in "$liaison"; second=$token
curl -sS -f -o /dev/null -H "Authorization: Bearer $second" "$api/imports/$import/scan" # whoever confirms has opened the scan
call 200 GET "/imports/$import" "$second"
call 200 POST "/imports/$import/confirm" "$second" "{\"scanHash\":\"$(field scanHash)\"}"
for _ in $(seq 60); do
    call 200 GET "/imports/$import" "$admin"
    [ "$(field state)" != DONE ] || break
    sleep 1
done
expect state DONE; expect refused 2
call 200 GET "/imports/$import/refused" "$admin"

say 'Entering by hand what was published only just before is refused by name; what waits for a second person is listed'
call 409 POST "/activities/$activity/entries" "$admin" "{\"shiftId\":\"$shift_id\",\"people\":[{\"volunteerId\":\"$qian_id\",\"from\":\"$start\",\"to\":\"$end\"}],\"why\":\"手机没电，忘了签到\",\"shownBy\":\"纸质签到表第三行\"}"
expect code entry.published-late
call 200 GET /entries/desk "$second"
entry=$(printf '%s' "$answer" | grep -o '"activityId":"[^"]*","id":"[^"]*"' | head -n 1 | cut -d '"' -f 4,8 | tr '"' ' ' || true)
if [ -n "$entry" ]; then # the demo city leaves one that the first leader entered; a second tour finds it confirmed
    call 200 POST "/activities/${entry% *}/entries/${entry#* }/confirmation" "$second" "{\"volunteerIds\":[\"$(field volunteerId)\"]}"
fi

say 'Anybody looks at the public notice, and reports without an account; the answer is looked up by the receipt'
call 200 GET "/notice?activity=$activity" ''
call 201 POST /reports '' "{\"activity\":\"$activity\",\"complaint\":\"WRONG_HOURS\",\"words\":\"我看到十点就散了\"}"
receipt=$(field receipt)
call 200 GET "/reports/$receipt" ''

say 'How well the record is borne out, with every fact; and the signed log that anybody can check'
call 200 GET "/volunteers/$zhao_id/records/$record/grade" "$zhao"; field grade > /dev/null
call 200 GET /log/heads ''
sizes=$(printf '%s' "$answer" | grep -o '"size":[0-9]*' | cut -d : -f 2 || true)
if [ -n "$sizes" ]; then # a city in which nothing counts yet has no head
    call 200 GET /log/head ''
    call 200 GET "/log/consistency?before=$(printf '%s' "$sizes" | tail -n 1)&size=$(printf '%s' "$sizes" | head -n 1)" ''
fi

say 'A certificate holds only hours that count, and anybody may check one by number and name'
call 422 POST "/volunteers/$zhao_id/certificates" "$zhao" '{}'; expect code certificate.no-records
call 200 POST /verify '' '{"number":"YW2611227K3QX9FMC","name":"赵敏"}'; expect state UNKNOWN

say 'A volunteer proves once more who it is and takes everything along in a signed passport'
call 202 POST /volunteers/me/proof/codes "$zhao"
call 200 POST /volunteers/me/proof "$zhao" "{\"code\":\"$(code_of "$zhao_mobile")\"}"
passport=$(mktemp)
curl -sS -f -X POST -H "Authorization: Bearer $zhao" -H "Yiwang-Proof: $(field proof)" -o "$passport" "$api/passports?volunteer=$zhao_id"
printf 'POST /passports -> %s bytes\n' "$(wc -c < "$passport")"
rm "$passport"
call 200 GET "/passports?volunteer=$zhao_id" "$zhao"; field passportId > /dev/null

say 'Done: the hours of two neighbours are on record, and count when three days of public notice are over.'
