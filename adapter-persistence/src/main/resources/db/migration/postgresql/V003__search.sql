-- Texts are looked for inside of words, which only an index of their trigrams answers. The extension
-- comes with PostgreSQL's contrib package and may be created by the owner of a database. Without it
-- searches give the same and read all tickets; these statements can be run later.
do $$
begin
  create extension if not exists pg_trgm;
  create index ticket_subject_words on ticket using gin (folded_subject gin_trgm_ops);
  create index ticket_number_digits on ticket
    using gin ((cast(ticket_number as varchar)) gin_trgm_ops);
  create index app_user_words on app_user
    using gin (folded_name gin_trgm_ops, login_name gin_trgm_ops, desk_email gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
    raise warning 'The extension pg_trgm cannot be used here (%), so searches will be slow.', sqlerrm;
end
$$;
