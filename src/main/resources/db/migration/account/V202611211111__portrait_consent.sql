-- The face on a card is sensitive: a consent of its own, by whoever puts it there.
insert into account_document (key, version, effective_from, title_zh, title_en, text_zh, text_en) values
('portrait', 1, '2026-01-01', '志愿者证照片单独同意书', 'Separate consent to a photo on the card',
'人脸照片属于敏感个人信息（《个人信息保护法》第二十八至三十条），是否放照片由您自愿决定，不放不影响注册、报名和记录时长。

用途：显示在您的电子志愿者证上；当面出示动态二维码时，扫码的人在二维码有效的一分钟内可以看到照片，用来确认持证人就是本人；您自己打印的志愿者证上也会有照片。不用于人脸识别，不作其他用途。

保存：加密保存，去除拍摄地点等附加信息。您随时可以撤回同意，照片当即删除；注销账号时同时删除。

孩子的照片由监护人决定。',
'A picture of a face is sensitive (Personal Information Protection Law, articles 28–30). Whether you put one on your card is up to you; without one you register, sign up and have your hours recorded just the same.

What for: it stands on your electronic card; whoever scans the code that you show sees it for the minute in which that code is good, to make sure that it is you; it stands on the card that you print yourself. It is never used to recognise faces, nor for anything else.

How it is kept: encrypted, without where and when it was taken. Withdraw at any time and it is deleted at once, as it is when you close your account.

For a child the guardian decides.');
