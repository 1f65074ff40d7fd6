-- What was said in the form in which words are looked for, kept beside it. Java folds it and leaves
-- markup out; what is here already is folded by the database, which does the same for nearly all
-- texts.
alter table entry add column folded_body varchar(1000000);
update entry set folded_body = substring(replace(lower(upper(body)), 'ς', 'σ') from 1 for 1000000);
