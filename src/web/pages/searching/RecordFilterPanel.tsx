import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { count } from '../../words/count.ts';
import styles from './RecordFilterPanel.module.css';
import { countFilters, type RecordFilters } from './useRecordFilters.ts';
import type { RecordCounts } from './useRecords.ts';
import { yearRanges } from './yearRanges.ts';

export interface FilterPanelProps {
  readonly filters: RecordFilters;
  readonly counts: RecordCounts | undefined;
  /** Whether they are those of the filters before. */
  readonly isOld: boolean;
  /** Whether the first of them are still to come. */
  readonly isWaiting: boolean;
  readonly labels: readonly { readonly labelId: string; readonly name: string }[];
  readonly onChange: (part: Partial<RecordFilters>) => void;
  /** What stands above the filters. */
  readonly children?: ReactNode;
}

const NOTHING: Partial<RecordFilters> = {
  ...{ source: [], label: [], missing: [], verdict: [], mine: [], yearFrom: null, yearTo: null },
  ...{ import: '', box: '', reason: '' },
};

/** Each filter with how many records it would leave. A screener sees own decisions in place of verdicts. */
export function RecordFilterPanel({ filters, counts, isOld, isWaiting, labels, onChange, children }: FilterPanelProps) {
  const set = countFilters(filters);
  const tick = <Name extends 'source' | 'label' | 'missing' | 'verdict' | 'mine'>(name: Name, value: string) => {
    const now: readonly string[] = filters[name];
    onChange({ [name]: now.includes(value) ? now.filter(one => one !== value) : [...now, value] });
  };
  const ranges = yearRanges(counts?.year ?? []);
  const names = new Map(labels.map(label => [label.labelId, label.name]));
  return (
    <>
      <div className={styles.head}>
        <h2>Filters</h2>
        {set > 0 && <LinkButton onClick={() => onChange(NOTHING)}>{`Clear ${set}`}</LinkButton>}
      </div>
      {children}
      <div className={styles.groups} data-old={isOld || undefined}>
        {isWaiting && <Loading shape="lines" rows={8} />}
        {counts?.verdict ? (
          <Group
            title="Verdict, title and abstract"
            rows={counts.verdict.map(one => ({ ...one, value: one.name }))}
            chosen={filters.verdict}
            onTick={value => tick('verdict', value)}
          />
        ) : (
          <Group
            title="Your decision"
            rows={(counts?.mine ?? []).map(one => ({ ...one, value: one.name }))}
            chosen={filters.mine}
            onTick={value => tick('mine', value)}
          />
        )}
        <Group
          title="Source"
          rows={(counts?.source ?? []).map(one => ({ ...one, value: one.name }))}
          chosen={filters.source}
          onTick={value => tick('source', value)}
        />
        <Group
          title="Year"
          rows={ranges.map(range => ({ name: range.name, value: range.name, count: range.count }))}
          chosen={ranges
            .filter(range => range.from === filters.yearFrom && range.to === filters.yearTo)
            .map(one => one.name)}
          onTick={value => {
            const range = ranges.find(one => one.name === value);
            const isSet = range && range.from === filters.yearFrom && range.to === filters.yearTo;
            onChange({ yearFrom: isSet ? null : (range?.from ?? null), yearTo: isSet ? null : (range?.to ?? null) });
          }}
        />
        <Group
          title="Label"
          rows={(counts?.label ?? []).map(one => ({
            value: one.labelId,
            name: names.get(one.labelId) ?? 'a new label',
            count: one.count,
          }))}
          chosen={filters.label}
          onTick={value => tick('label', value)}
        />
        <Group
          title="Missing"
          rows={(counts?.missing ?? []).map(one => ({
            ...one,
            value: one.name,
            name: GAP_NAMES[one.name] ?? one.name,
          }))}
          chosen={filters.missing}
          onTick={value => tick('missing', value)}
        />
      </div>
    </>
  );
}

const GAP_NAMES: Readonly<Record<string, string>> = { abstract: 'abstract', identifier: 'DOI and PMID' };
const SHOWN = 6;

interface GroupRow {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

function Group({
  title,
  rows,
  chosen,
  onTick,
}: {
  title: string;
  rows: readonly GroupRow[];
  chosen: readonly string[];
  onTick: (value: string) => void;
}) {
  const [isWhole, setIsWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = isWhole ? rows : rows.filter((row, place) => place < SHOWN || chosen.includes(row.value));
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {shown.map(({ value, name, count: many }) => (
        <div key={value} className={styles.row}>
          <Checkbox size="xs" label={name} checked={chosen.includes(value)} onChange={() => onTick(value)} />
          <span className={styles.count}>{count(many)}</span>
        </div>
      ))}
      {shown.length < rows.length && (
        <LinkButton onClick={() => setIsWhole(true)}>{`${rows.length - shown.length} more`}</LinkButton>
      )}
    </fieldset>
  );
}
