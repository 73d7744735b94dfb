-- Age policy (Youth League 2013; Dongying platform; Shandong art. 11): from 14 oneself, to 18 with a guardian's
-- confirmation, below 14 by a guardian, below 10 with a companion, below 6 not at all.
insert into rules_version (key, version, effective_from, value) values
    ('volunteer.age-policy', 1, '2026-01-01', '{
        "minimum": 6, "companionBelow": 10, "selfFrom": 14, "adultFrom": 18,
        "proxyConfirmHours": 72, "guardianConfirmHours": 168}');

-- The vow. Version 1 is the text of the rules for registered volunteers of 2013, version 2 the one published in
-- Nantong on 4 December 2025 (Guangming Daily, 5 December 2025, page 4). The English is ours.
insert into rules_version (key, version, effective_from, value) values
    ('volunteer.vow', 1, '2013-11-01', '{
        "zh": "我愿意成为一名光荣的志愿者。我承诺：尽己所能，不计报酬，帮助他人，服务社会，践行志愿精神，传播先进文化，为建设团结互助、平等友爱、共同前进的美好社会贡献力量。",
        "en": "I wish to become a volunteer and am proud of it. I promise to do what I can without asking for pay, to help others and serve society, to live the spirit of volunteering and spread good culture, and to give my strength to a society of solidarity, equality and friendship that moves forward together."}'),
    ('volunteer.vow', 2, '2025-12-04', '{
        "zh": "我志愿，成为光荣的志愿者，践行奉献、友爱、互助、进步的志愿精神，响应党和国家号召，奉献社会，服务人民，传递真善美，传播正能量，为强国建设、民族复兴贡献智慧和力量！",
        "en": "Of my own free will I become a volunteer and am proud of it. I will live the volunteer spirit of devotion, friendship, mutual help and progress, answer the call of the Party and the country, give to society and serve the people, pass on what is true, good and beautiful, spread what encourages, and give my wisdom and strength to a strong country and the renewal of the nation!"}');

-- Identities that a volunteer may hold beside serving, each noted with its source and expiry.
insert into rules_code (table_name, code, zh, en, sort) values
    ('identity-tag', '01', '人大代表', 'Deputy of a people''s congress', 10),
    ('identity-tag', '02', '政协委员', 'Member of a political consultative conference', 20),
    ('identity-tag', '03', '党代表', 'Delegate of a party congress', 30),
    ('identity-tag', '04', '双报到党员', 'Party member reporting to the community', 40),
    ('identity-tag', '05', '退役军人', 'Veteran', 50),
    ('identity-tag', '06', '劳动模范', 'Model worker', 60),
    ('identity-tag', '07', '道德模范', 'Model of ethics', 70),
    ('identity-tag', '08', '专业社会工作者', 'Professional social worker', 80),
    ('identity-tag', '09', '执业医护人员', 'Licensed medical staff', 90),
    ('identity-tag', '10', '在校学生', 'Student', 100);
