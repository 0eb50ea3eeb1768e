-- What a mailbox is searched and filtered by; empty once it was recalled, as the content is.
alter table advisory
  add column kind      text generated always as (content ->> 'kind') stored,
  add column severity  text generated always as (content ->> 'severity') stored,
  add column sector    text generated always as (content ->> 'sector') stored,
  add column words     text generated always as (lower(normalize(
    number || ' ' || coalesce(content ->> 'titleJa', '') || ' ' || coalesce(content ->> 'titleEn', '') || ' ' || coalesce(content ->> 'summaryJa', '') || ' ' || coalesce(content ->> 'summaryEn', '')
    || ' ' || coalesce(content ->> 'body', '') || ' ' || coalesce(content ->> 'lessons', '') || ' ' || coalesce(content ->> 'requiredAction', '')
    || ' ' || jsonb_path_query_array(content, '$.indicators[*].value')::text || ' ' || jsonb_path_query_array(content, '$.references[*].cve')::text, NFKC))) stored;
