import type { ReplyOf } from '#contract/endpoint';
import type { getAnalysis } from '#contract/synthesis';

type Change = NonNullable<ReplyOf<typeof getAnalysis>['changes']>[number];

const COLUMNS: Readonly<Record<string, string>> = {
  ai: 'events, first group',
  n1i: 'people, first group',
  ci: 'events, second group',
  n2i: 'people, second group',
  m1i: 'mean, first group',
  sd1i: 'SD, first group',
  m2i: 'mean, second group',
  sd2i: 'SD, second group',
  yi: 'estimate',
  sei: 'standard error',
};

const MOST = 8;

function textOf({ kind, label, name = '', before, after }: Change): string {
  const shown = (value: number | string | null | undefined) =>
    value === null || value === undefined ? 'nothing' : value;
  switch (kind) {
    case 'added':
      return `${label}: new`;
    case 'removed':
      return `${label}: no longer there`;
    case 'renamed':
      return `${label}: was called ${before}`;
    case 'number':
      return `${label}: ${COLUMNS[name] ?? name} ${shown(before)} → ${shown(after)}`;
    case 'characteristic':
      return `${label}: a characteristic ${shown(before)} → ${shown(after)}`;
    default: {
      const missing: never = kind;
      throw new RangeError(`ChangesList: no words for ${String(missing)}`);
    }
  }
}

/** What changed in the data, study by study; the rest is counted. */
export function ChangesList({ changes }: { changes: readonly Change[] }) {
  const rest = changes.length - MOST;
  return (
    <ul style={{ listStyle: 'disc', paddingInlineStart: 20 }}>
      {changes.slice(0, MOST).map(change => (
        <li key={`${change.kind} ${change.studyId} ${change.name ?? ''}`}>{textOf(change)}</li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}
