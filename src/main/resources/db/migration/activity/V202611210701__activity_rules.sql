-- What an activity must fulfil to be published, which are reviewed, what reviewers look at (domain: what is no service).
insert into rules_version (key, version, effective_from, value) values
('activity.publication', 1, '2026-01-01', '{
  "descriptionMin": 30,
  "riskNoteMin": 8,
  "addressMin": 6,
  "addressMarks": ["路", "街", "道", "巷", "号", "弄", "里", "村", "社区", "小区", "广场", "公园", "车站", "中心", "学校", "小学", "中学", "大学", "医院", "图书馆", "驿站", "站", "馆", "楼", "室"],
  "namesForbidden": ["补录"],
  "maxDays": 366,
  "maxShiftHours": 24,
  "insuranceFromRiskLevel": 2,
  "adultAge": 18,
  "subsidyCapFenPerDay": 5000,
  "summaryMin": 20
}'),
('activity.extension', 1, '2026-01-01', '{"days": 30, "withinDaysAfterEnd": 30}'),
('activity.agreement', 1, '2026-01-01', '{"fromRiskLevel": 3, "fromDays": 31, "categories": ["18"], "outsideCity": true}'),
('activity.review-policy', 1, '2026-01-01', '{
  "fromRiskLevel": 2,
  "firstActivities": 3,
  "filedGroups": true,
  "fromPlaces": 200,
  "objects": ["01"],
  "categories": ["13", "18"],
  "hints": true,
  "everythingIn": []
}'),
('activity.not-service-keywords', 1, '2026-01-01', '{"kinds": [
  {"code": "own-job", "zh": "本职工作时间内与本人岗位相关的工作不算志愿服务", "en": "Work of one''s own job in working hours is no voluntary service",
   "words": ["值班", "坐班", "上班", "轮岗", "下沉干部", "工作时间内", "本职"]},
  {"code": "internal-duty", "zh": "会议、团建、班会、校内大扫除等内部事务不算志愿服务", "en": "Internal duties such as meetings, team building or school cleaning are no voluntary service",
   "words": ["例会", "会议", "团建", "拓展训练", "大扫除", "班会", "学生会", "值日", "内务"]},
  {"code": "own-benefit", "zh": "选举、学习、实习、问卷、观影、参观、夏令营等个人受益的事项不算志愿服务", "en": "What benefits oneself – elections, study, internships, surveys, films, visits, camps – is no voluntary service",
   "words": ["业主大会", "业委会选举", "选举投票", "学习小组", "实习", "填写问卷", "问卷调查", "观影", "看电影", "参观", "夏令营", "冬令营", "研学"]},
  {"code": "unclear-purpose", "zh": "郊游捡垃圾、聚餐、祈福、彩排、当观众等公益目的不明确的事项不算志愿服务", "en": "Outings, banquets, prayer, rehearsals or filling seats serve no clear public purpose",
   "words": ["郊游", "春游", "秋游", "踏青", "徒步", "聚餐", "会餐", "祈福", "法会", "彩排", "排练", "当观众", "观众席"]},
  {"code": "pay", "zh": "报酬明显高于正常补贴的不算志愿服务", "en": "Pay clearly above a normal subsidy is no voluntary service",
   "words": ["日薪", "时薪", "工资", "报酬", "兼职", "日结", "劳务费"]},
  {"code": "bought-hours", "zh": "不得以捐款、捐物、转发、点赞换取时长或奖励时长", "en": "Hours must not be given for money, goods, reposts or clicks",
   "words": ["捐款换", "捐物换", "转发换", "点赞", "转发朋友圈", "奖励时长", "赠送时长", "元兑换", "元=", "折算时长"]}
]}'),
('activity.review-checklist', 1, '2026-01-01', '{"items": [
  {"code": "public-benefit", "zh": "服务对象明确，确有公益目的，不是单位内部事务或个人受益", "en": "Whom it serves is clear; it is of public benefit, not an internal duty and not for oneself"},
  {"code": "unpaid", "zh": "无报酬，补贴只用于交通、餐饮、通讯且数额适当", "en": "Unpaid; a subsidy only for transport, meals or communication, and modest"},
  {"code": "real-description", "zh": "内容、时间、地点真实具体，一看就知道要做什么", "en": "Content, time and place are real and precise"},
  {"code": "fit-time", "zh": "时段与人数和工作量相称，没有虚报时长的空间", "en": "Shifts and numbers fit the work; no room for invented hours"},
  {"code": "risks-told", "zh": "风险告知完整，保障与保险相称", "en": "The risks are told in full; protection and insurance fit them"},
  {"code": "people-fit", "zh": "对年龄、特长、资质的要求与服务相称", "en": "Age, skills and qualifications asked for fit the service"}
]}');
