-- Trigrams of what was said, see V003 for what is the case without the extension. A tag stands
-- between commas, so that it has trigrams of its own.
do $$
begin
  create index entry_words on entry using gin (folded_body gin_trgm_ops);
  create index ticket_tag_words on ticket using gin ((',' || tag_ids || ',') gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
    raise warning 'The extension pg_trgm cannot be used here (%), so searches will be slow.', sqlerrm;
end
$$;
