-- Which evaluations came to be seen since somebody looked last.
create index dossier_shown on dossier_standing (shown_from) where part = 'EVALUATION' and state = 'RECORDED';
