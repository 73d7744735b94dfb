-- Where a sign-in came from: network logs are kept six months (Cybersecurity Law art. 21), and people recognise their own.
alter table account_session add column address text not null default '';
