-- When a text of a public activity was corrected or the activity was cut short: its page then shows what and why.
alter table activity add column corrected_at timestamptz;

-- Reviewers are told once a day that activities wait, not once per activity.
create table activity_review_notice (
    account_id bigint not null,
    day date not null,
    primary key (account_id, day)
);

-- Posts that organizers need again and again, as sets. The first: the seven roles (七员) by which communities keep
-- watch in an epidemic. Three of them are named by the field (小区守门员, 防疫宣传员, 体温检测员); the sources do not
-- name the others, which were chosen after what communities did then: disinfecting, registering those who come and
-- go, carrying supplies to those who stay at home, and comforting them. Cities write their own version of this rule.
insert into rules_version (key, version, effective_from, value, note) values
('activity.post-templates', 1, '2026-01-01', '{"sets": [
  {"code": "epidemic-seven", "zh": "社区防疫七员", "en": "Seven roles of epidemic control", "protections": ["01", "05", "08", "10"], "posts": [
    {"name": "小区守门员", "description": "在小区出入口值守，查看通行凭证，劝返无关人员，维持一米间距。", "places": 4, "minAge": 18, "maxAge": 65, "qualifications": []},
    {"name": "防疫宣传员", "description": "张贴通知，入户和用小喇叭讲解防疫要求，解答居民疑问。", "places": 2, "minAge": 16, "maxAge": null, "qualifications": []},
    {"name": "体温检测员", "description": "为进出人员测量体温并登记，发现发热按流程报告社区。", "places": 2, "minAge": 18, "maxAge": 65, "qualifications": []},
    {"name": "环境消杀员", "description": "按规程对楼道、电梯、垃圾点等公共部位消毒，配制和保管消毒液。", "places": 2, "minAge": 18, "maxAge": 60, "qualifications": []},
    {"name": "信息登记员", "description": "登记外来和返回人员，电话核对健康情况，每天汇总报社区。", "places": 2, "minAge": 18, "maxAge": null, "qualifications": []},
    {"name": "物资配送员", "description": "为居家和行动不便的居民代购、分发、送货上门，代取药品。", "places": 3, "minAge": 18, "maxAge": 60, "qualifications": []},
    {"name": "心理关爱员", "description": "电话陪伴居家和独居的居民，疏导情绪，需要时转介专业机构。", "places": 1, "minAge": 18, "maxAge": null, "qualifications": ["psychologist"]}
  ]}
]}', 'Seven roles of community epidemic control as a template of posts');
