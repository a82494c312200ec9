import type { ReactNode } from 'react';
import { findTool } from '#core/appraisal/appraisalTools';
import { PageHead } from '../../parts/PageHead.tsx';
import { usePhone } from '../../parts/usePhone.ts';
import type { Appraisal, AppraisalList } from './appraisal.ts';
import styles from './Desk.module.css';

/** What is judged, by which tool, and which of all it is. */
export function DeskHead({
  appraisal,
  list,
  children,
}: {
  appraisal: Appraisal;
  list: AppraisalList;
  children: ReactNode;
}) {
  const { tool, variant, outcomeName, appraisalId } = appraisal;
  const found = findTool(tool, variant);
  const words = found?.offered.variants.find(one => one.variant === variant)?.words ?? '';
  const ofTool = list.appraisals.filter(one => one.tool === tool && one.variant === variant);
  const place = ofTool.findIndex(one => one.appraisalId === appraisalId) + 1;
  const noun = found?.offered.judges === 'result' ? 'result' : 'study';
  const isPhone = usePhone();
  const parts = [
    outcomeName,
    isPhone && outcomeName ? '' : [found?.offered.name, words].filter(Boolean).join(', '),
    `${noun} ${place} of ${ofTool.length}`,
  ];
  return (
    <PageHead
      title={appraisal.studyLabel}
      line={
        <>
          {parts.filter(Boolean).join(' · ')}
          {found?.offered.isDraft && <strong> · this version of the tool is a draft, and so are its rules here</strong>}
        </>
      }
      actions={<span className={styles.state}>{children}</span>}
    />
  );
}
