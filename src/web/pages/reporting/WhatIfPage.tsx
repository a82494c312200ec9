import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import { compareWithout } from '#contract/whatIf';
import { call } from '../../call.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Figure } from '../../parts/Figure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import { counted } from '../../words/counted.ts';
import { ReportTabs } from './ReportTabs.tsx';
import { TextTableView } from './TextTableView.tsx';
import styles from './WhatIf.module.css';

type Comparison = ReplyOf<typeof compareWithout>;
type Side = Comparison['analyses'][number]['before'];

function levelsText(levels: readonly number[]): string {
  if (levels.length === 0) return 'nothing';
  return levels.map(level => (level === 0 ? 'no change' : level < 0 ? `−${-level}` : `+${level}`)).join(' or ');
}

function SideView({ title, side }: { title: string; side: Side }) {
  return (
    <div className={styles.side}>
      <h3>{title}</h3>
      <p className={styles.effect}>{side.effect ?? 'Nothing is pooled'}</p>
      <p className={styles.small}>
        {counted(side.studies, 'study', 'studies')}
        {side.people !== null && `, ${counted(side.people, 'person', 'people')}`}
      </p>
      {side.svg && <Figure svg={side.svg} caption={`Forest plot, ${title.toLowerCase()}`} />}
    </div>
  );
}

/** Switch off studies and see everything change side by side; the analyses of the protocol stay as they are. */
export function WhatIfPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [bias, setBias] = useAddress('without', 'high-risk');
  const [off, setOff] = useAddress('studies');
  const palette = useFigurePalette();
  const highRisk = bias === 'high-risk';
  const studyIds = off.split(',').filter(Boolean);
  const query = useQuery({
    queryKey: ['reviews', reviewId, 'what-if', highRisk, off, palette],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call(compareWithout, { params: { reviewId }, body: { highRisk, studyIds, palette }, signal }),
  });
  const toggle = (studyId: string) =>
    setOff((studyIds.includes(studyId) ? studyIds.filter(id => id !== studyId) : [...studyIds, studyId]).join(','));
  const left = query.data?.studies.filter(one => one.isOff) ?? [];
  return (
    <>
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="Without some studies"
        line="Switch studies off and compare. Nothing is stored: the analyses of the protocol stay as they are."
      />
      {query.isError ? (
        <ErrorNote problem={query.error} safe="Nothing stored has changed." onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading shape="figure" />
      ) : query.data.analyses.length === 0 ? (
        <EmptyState drawing="table" title="Nothing is pooled yet">
          Save and compute an analysis first; then see here how it stands without some studies.
        </EmptyState>
      ) : (
        <>
          <fieldset className={styles.choice}>
            <legend>Switched off</legend>
            <Checkbox
              label="Studies at high risk of bias"
              checked={highRisk}
              onChange={event => setBias(event.currentTarget.checked ? 'high-risk' : 'chosen')}
            />
            <details>
              <summary>Choose studies</summary>
              <div className={styles.studies}>
                {query.data.studies.map(({ studyId, label, isHighRisk, isOff }) => (
                  <Checkbox
                    key={studyId}
                    label={isHighRisk ? `${label} (high risk)` : label}
                    checked={isOff}
                    disabled={highRisk && isHighRisk && !studyIds.includes(studyId)}
                    onChange={() => toggle(studyId)}
                  />
                ))}
              </div>
            </details>
          </fieldset>
          <Note kind="info" claim={`${counted(left.length, 'study is', 'studies are')} switched off.`}>
            {left.length === 0 ? 'Both sides are the same.' : left.map(one => one.label).join(', ')}
          </Note>
          <div className={styles.analyses}>
            {query.data.analyses.map(({ analysisId, name, isLocked, before, after }) => (
              <Section key={analysisId} title={name} hint={isLocked ? 'of the protocol' : 'exploratory'}>
                <div className={styles.sides}>
                  <SideView title="As stored" side={before} />
                  <SideView title="Without them" side={after} />
                </div>
                <table className={styles.reasons} aria-label={`What the data suggest for certainty: ${name}`}>
                  <thead>
                    <tr>
                      <th scope="col">Certainty: what the data suggest</th>
                      <th scope="col">As stored</th>
                      <th scope="col">Without them</th>
                    </tr>
                  </thead>
                  <tbody>
                    {before.suggestions.map(({ reason, levels, because }, place) => {
                      const then = after.suggestions[place];
                      if (levels.length === 0 && (then?.levels.length ?? 0) === 0) return null;
                      const isOther = then === undefined || then.because !== because;
                      return (
                        <tr key={reason} data-changed={isOther || undefined}>
                          <th scope="row">{reason}</th>
                          <td>
                            <strong>{levelsText(levels)}</strong> {because}
                          </td>
                          <td>
                            <strong>{then ? levelsText(then.levels) : 'nothing'}</strong> {then?.because}
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </Section>
            ))}
          </div>
          <Section title="Summary of findings, as stored">
            <TextTableView table={query.data.findings.before} />
          </Section>
          <Section title="Summary of findings, without them">
            <TextTableView table={query.data.findings.after} />
          </Section>
        </>
      )}
    </>
  );
}
