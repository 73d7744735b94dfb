-- Rules of counting, versioned. Defaults: domain dossier §6.
insert into rules_version (key, version, effective_from, value, note) values
    ('record.counting', 1, '2026-01-01',
     '{"toleranceBeforeMinutes": 15, "toleranceAfterMinutes": 15}',
     'Minutes actually served (Order 67 art. 7), inside the shift with this tolerance at both ends'),
    ('record.daily-caps', 1, '2026-01-01',
     '{"organizationAboveMinutes": 480, "districtAboveMinutes": 720}',
     'Up to 8 h a day at once, above that the organization approves, above 12 h the district'),
    ('record.clock', 1, '2026-01-01',
     '{"remindAfterDays": 5, "alarmAfterDays": 8, "dueAfterDays": 10}',
     'Working days after the end of the activity (Order 67 art. 11)');
