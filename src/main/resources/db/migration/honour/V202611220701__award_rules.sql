insert into rules_version (key, version, effective_from, value, note) values
    ('honour.kinds', 1, '2026-01-01',
     '{"kinds": [
         {"code": "finest", "zh": "最美志愿者", "en": "Finest volunteers", "places": 10, "levels": ["COUNTY"], "award": "COUNTY",
          "nominators": ["TEAM", "COMMUNITY", "OFFICE"], "reviewDays": 14, "noticeDays": 5, "creditHours": 50, "countedMonths": 12,
          "ageFrom": 14, "conflict": "TEAM", "scoring": "POINTS", "criteria": ["服务的持续和用心", "对受助者和社区的帮助", "事实清楚、可核对"]},
         {"code": "mayor", "zh": "义工服务市长奖", "en": "Mayor''s award", "places": 10, "levels": ["CITY"], "award": "CITY",
          "nominators": ["OFFICE"], "reviewDays": 21, "noticeDays": 7, "creditHours": 300, "countedMonths": 36,
          "ageFrom": 18, "conflict": "TEAM_AND_COMMUNITY", "scoring": "POINTS", "criteria": ["服务的持续和用心", "对城市的帮助", "对同伴的带动", "事实清楚、可核对"]},
         {"code": "hundred", "zh": "百名优秀志愿者", "en": "Hundred excellent volunteers", "places": 100, "levels": ["CITY"], "award": "CITY",
          "nominators": ["TEAM", "COMMUNITY", "OFFICE"], "reviewDays": 21, "noticeDays": 5, "creditHours": 100, "countedMonths": 12,
          "ageFrom": 14, "conflict": "TEAM", "scoring": "VOTE", "criteria": ["事实清楚，值得推荐"]},
         {"code": "neighbour", "zh": "邻里之星", "en": "Star of the neighbourhood", "places": 5, "levels": ["TOWN", "COMMUNITY", "NEIGHBOURHOOD"],
          "award": null, "nominators": ["TEAM", "COMMUNITY", "OFFICE", "VOLUNTEER", "SELF"], "reviewDays": 7, "noticeDays": 3, "creditHours": 10,
          "countedMonths": 12, "ageFrom": 0, "conflict": "TEAM", "scoring": "VOTE", "criteria": ["身边人看得见的帮助"]}
       ]}',
     'Kinds of award rounds with their usual terms: district, city, street and neighbourhood (domain H7, H8)'),
    ('honour.limits', 1, '2026-01-01',
     '{"panelFrom": 3, "panelTo": 9, "scoresFrom": 3, "statements": 5, "statementCharacters": 300, "nominationDaysFrom": 3,
       "hearingDays": 3, "objectionsPerDay": 10, "contactKeptDays": 180}',
     'Three to nine judges, three scores for each nominee, at most 300 characters beside the facts, three working days to reply before somebody is removed; contacts of objectors are erased after 180 days (domain H14)');
