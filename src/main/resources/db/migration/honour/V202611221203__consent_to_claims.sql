-- Claims written anew after the nominee agreed wait for the nominee; facts of those who said no are forgotten.
alter table honour_statement drop constraint honour_statement_state_check;
alter table honour_statement add constraint honour_statement_state_check
    check (state in ('SAID', 'DOUBTED', 'WAITING', 'REPLACED', 'TAKEN_BACK'));
-- changes data: forgets the facts of nominations that the person did not agree to, or agrees to no more; nobody is to read them
update honour_nomination set facts = '[]'
where state in ('DECLINED', 'WITHDRAWN', 'LAPSED') or why = 'honour.why.declined';
