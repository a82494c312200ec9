import { TagsInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { suggestMesh } from '#contract/protocol';
import { call } from '../../call.ts';

/** MeSH headings, offered while one types; the term that fitted stands beside a heading of another name. */
export function MeshField({ value, onChange }: { value: readonly string[]; onChange: (headings: string[]) => void }) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery({
    queryKey: ['mesh', typed.trim().toLowerCase()],
    queryFn: ({ signal }) => call(suggestMesh, { query: { text: typed }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const matches = new Map(data?.headings.map(({ name, matched }) => [name, matched]));
  return (
    <TagsInput
      label="MeSH headings"
      description={
        data?.isLoaded === false
          ? 'Names as PubMed’s thesaurus has them: BCG Vaccine. Suggestions come once the operator has run “pooled mesh load”.'
          : 'Names as PubMed’s thesaurus has them. Courtesy of the U.S. National Library of Medicine; not the most current version.'
      }
      splitChars={[';', '\n']}
      acceptValueOnBlur
      data={[...matches.keys()]}
      // The server has judged what fits, misspellings too.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const matched = matches.get(option.value) ?? option.value;
        return (
          <span>
            {option.value}
            {matched.toLowerCase() !== option.value.toLowerCase() && <span className="muted">{` for ${matched}`}</span>}
          </span>
        );
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...value]}
      onChange={onChange}
    />
  );
}
