insert into rules_version (key, version, effective_from, value, note) values
    ('trust.grade', 1, '2026-01-01',
     '{"a": 80, "b": 50, "c": 25,
       "points": {
         "SCANNED_CODE": 30, "TYPED_CODE": 27, "SCANNED_CARD": 30, "OWN_CODE": 16, "ROSTER": 10, "ATTESTED": 8,
         "NEAR": 8, "FAR": -22, "FAMILY_DEVICE": -2, "CROWD_DEVICE": -28, "SENT_LATER": -3,
         "TICKED_APART": 8, "CARDS_TOO_FAST": -22, "ALL_AT_ONCE": -15, "SAME_TO_THE_SECOND": -10,
         "OVERLONG": -30, "CORRECTED": -10,
         "FROM_PAPER": 36, "FROM_MANUAL": 22, "FROM_MAKEUP": 28, "FROM_TRANSFER": 55,
         "OTHERS_SEEN": 15, "KNOWN_HERE": 15,
         "HISTORY_GOOD": 8, "HISTORY_POOR": -15, "HISTORY_BAD": -30,
         "SERVED_YES": 12, "SERVED_NO": -30, "SERVED_DISAGREE": -10,
         "CALLED_CONFIRMED": 30, "CALLED_WRONG_TIME": -15, "CALLED_NOT_THERE": -100
       },
       "farMetres": 500, "crowdDevice": 5, "apartSeconds": 20, "cardSeconds": 16, "cardPeople": 5,
       "togetherPeople": 5, "togetherPercent": 80, "togetherSeconds": 120, "othersSeen": 2, "unseenAtMost": 22, "overlongMinutes": 360,
       "historyDays": 365, "historyChecked": 10, "historyGoodPercent": 95, "historyPoorPercent": 80, "historyBadPercent": 50}',
     'Points of each fact about a record; A from 80, B from 50, C from 25 (domain moonshot 1)'),
    ('trust.sample', 1, '2026-01-01',
     '{"perMille": 10, "atLeast": 20, "atMost": 500, "servedAtMost": 50, "publishFrom": 5}',
     '1 % of the records of a month and region, at least 20 and at most 500, one of every organizer first; up to 50 more about which those served said no; organizations are published by name from 5 people reached (domain F16)'),
    ('trust.thanks', 1, '2026-01-01', '{"days": 30}',
     'Those served are asked for 30 days after the activity'),
    ('trust.sanctions', 1, '2026-01-01',
     '{"kinds": [
         {"code": "reminder", "zh": "提醒谈话", "en": "Reminder", "bansManualEntry": false, "months": 0, "hoursToRegain": 0},
         {"code": "mark", "zh": "记入管理档案一年", "en": "Mark for a year", "bansManualEntry": false, "months": 12, "hoursToRegain": 0},
         {"code": "no-manual-entry", "zh": "停止手工录入一年", "en": "No manual entry for a year", "bansManualEntry": true, "months": 12, "hoursToRegain": 100}
       ]}',
     'For false hours: a reminder; a mark for a year; no manual entry for a year and until 100 hours of credit time were served since (domain F17)');
