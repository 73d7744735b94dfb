-- First versions of the notices. The office edits them by adding versions, never by changing one.
insert into account_document (key, version, effective_from, title_zh, title_en, text_zh, text_en) values
('privacy', 1, '2026-01-01', '个人信息处理告知书', 'Privacy notice',
'本平台由本市志愿服务主管部门运行。以下告知依据《中华人民共和国个人信息保护法》第十七条。

## 我们收集什么，为什么
注册：姓名、身份证件种类和号码、手机号码、居住社区。用于核实一人一号、防止重复注册、联系您、把服务记录归到您名下。身份证件号码、手机号码加密保存，页面上默认遮盖。

参加活动：报名、签到签退的时间、签到地点与活动地点的距离和结果。不保存您的行动轨迹。用于形成服务记录和时长。

您自愿填写：技能、可服务时间、学历、职业、政治面貌、语言。只用于匹配合适的活动，随时可以删改。

## 谁能看到
您报名的活动的组织者看到您的姓名和联系所需的信息；您所在社区、街道、区和市的主管部门在其职责范围内查看，默认遮盖；查看完整号码须写明用途，每一次都有记录，您可以要求查询。排行榜、荣誉墙须您另行同意。除法律规定外，不向其他机构提供您的信息；确需提供的，另行征得您的单独同意。

## 保存多久
账号注销后，依法应当保存的服务记录继续保存，除保存外停止其他处理；其余信息删除或匿名化。

## 您的权利
查阅、复制、导出、更正、删除，撤回同意，注销账号，要求解释。都在“我的—账号与资料”中办理，或向所在社区提出。撤回同意与同意一样容易，不影响撤回前已进行的处理。

## 未成年人
不满十四周岁的，须由监护人同意并代为注册，适用专门的规则。

## 安全
信息保存在境内，采用国密算法加密，访问按职责授权并留痕。',
'This platform is run by the city''s office for volunteer service. This notice follows article 17 of the Personal Information Protection Law.

## What we collect, and why
Registration: name, kind and number of an identity document, mobile number, community of residence. They serve to keep one number per person, to reach you, and to credit service to you. Document and mobile numbers are stored encrypted and masked on pages.

Taking part: sign-ups, times of check-in and check-out, the distance from the place and the result. We keep no trail of your movements. They make up your service record.

What you add of your own will: skills, available times, education, occupation, political status, languages. They serve only to find activities that suit you; change or delete them at any time.

## Who sees it
Organizers of activities you sign up for see your name and what they need to reach you. Offices of your community, street, district and city see what their duty covers, masked by default. A look at a full number needs a stated purpose and is recorded every time; you may ask about it. Rankings and honour walls need your separate consent. Nothing is given to other bodies without your separate consent, unless the law requires it.

## How long
After you close your account, records that the law requires are kept and nothing else is done with them. The rest is deleted or made anonymous.

## Your rights
To see, copy, export, correct and delete; to withdraw consent; to close the account; to an explanation. All of it under "Me – Account and data", or at your community. Withdrawing is as easy as consenting and does not touch what was done before.

## Minors
Those under 14 are registered by a guardian who consents, under rules of their own.

## Safety
Data stays in mainland China, is encrypted with national algorithms, and is open only to those whose duty needs it, with a record of every access.'),

('rights-and-duties', 1, '2026-01-01', '志愿者权利和义务', 'Rights and duties of volunteers',
'## 您有权
自主决定参加或者退出志愿服务活动；获得活动的真实、准确、完整信息，包括可能的风险；获得必要的条件、培训和保障；请求如实、无偿出具志愿服务记录证明；对侵犯自己权益的行为提出意见和投诉；个人信息受到保护。

## 您应当
履行承诺，按约定提供服务，不能参加时及时告知；尊重服务对象的意愿、人格和隐私，保守秘密；不向服务对象收取或者变相收取报酬；服从安排，注意安全；如实提供注册信息，不虚报服务时长。

依据《志愿服务条例》和民政部令第 67 号《志愿服务记录与证明出具办法（试行）》。',
'## You may
decide freely to take part or to leave; be told truly, exactly and fully about an activity, its risks included; have the means, training and protection it needs; ask for a true certificate of your record, free of charge; object and complain where your rights are touched; have your personal data protected.

## You shall
keep your word, serve as agreed, and say in time when you cannot; respect the wishes, dignity and privacy of those you serve and keep confidences; take no reward from them in any form; follow arrangements and mind safety; register truthfully and claim no hours you did not serve.

By the Regulations on Volunteer Service and Order No. 67 of the Ministry of Civil Affairs on service records and certificates.'),

('sensitive-data', 1, '2026-01-01', '敏感个人信息单独同意书', 'Separate consent to sensitive data',
'以下属于敏感个人信息，须您单独同意（《个人信息保护法》第二十八至三十条）：

身份证件号码：用于核实身份、保证一人一号。不提供则无法注册，因为服务记录依法应当真实对应到人。加密保存，除您本人再次验证身份后和经授权、写明用途的工作人员外，任何人看不到全部号码。

签到时的位置：用于判断签到地点与活动地点的距离。只保存距离和结果。不同意提供位置的，可以由组织者现场确认签到，不影响参加活动。

不满十四周岁未成年人的个人信息：由监护人另行同意。

您可以随时撤回。撤回身份证件号码的同意，账号将转为只保存、不使用的状态。',
'The following is sensitive and needs your separate consent (Personal Information Protection Law, articles 28–30):

Number of the identity document: to prove who you are and to keep one number per person. Without it there is no registration, since records must by law belong to a true person. It is stored encrypted; nobody sees it in full but you, after proving it is you, and authorised staff who state a purpose.

Location at check-in: to tell how far from the place you check in. Only distance and result are kept. If you do not share your location, the organizer can confirm your presence instead.

Data of children under 14: the guardian consents separately.

You may withdraw at any time. Without consent to the document number the account is kept but no longer used.'),

('minors', 1, '2026-01-01', '未成年人个人信息处理规则', 'Rules for the personal data of minors',
'适用于不满十四周岁的未成年人（《个人信息保护法》第三十一条、《未成年人网络保护条例》）。

由父母或者其他监护人使用自己的账号代为注册并同意。只收集参加活动必需的信息：姓名、证件、居住社区、与监护人的关系。不参加排行，不公开展示，不作个性化推荐。工作人员查看须经负责人批准并留痕。监护人可以随时查阅、复制、更正、删除，或者撤回同意、停止参加。须有监护人或者其委托的人陪同参加活动。',
'For children under 14 (Personal Information Protection Law, article 31; Regulations on the Protection of Minors Online).

A parent or other guardian registers the child from the own account and consents. Only what taking part needs is collected: name, document, community, relation to the guardian. No rankings, no public display, no personalised suggestions. Staff look at it only with a responsible person''s approval, and every look is recorded. The guardian may see, copy, correct and delete at any time, withdraw, or end taking part. A guardian, or somebody the guardian names, accompanies the child.'),

('vow', 1, '2026-01-01', '志愿者誓词', 'Vow of volunteers',
'我愿意成为一名光荣的志愿者。我承诺：尽己所能，不计报酬，帮助他人，服务社会。践行志愿精神，传播先进文化，为建设团结互助、平等友爱、共同前进的美好社会贡献力量。',
'I wish to become a volunteer, and am proud to. I promise: to do what I can, without reward, to help others and serve society; to live the spirit of volunteering and spread what is good; and to give my strength to a society of solidarity, equality and friendship that goes forward together.');
