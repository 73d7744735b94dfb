-- The rule, in its version, by which something happened to a line, where a rule decided.
alter table entry_step
    add column rule_key text,
    add column rule_version integer,
    add check ((rule_key is null) = (rule_version is null));
