import { useState } from 'react';
import { reportOpening } from '#contract/openingAlerts';
import { REPORT_REASONS } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { ReportDialog } from '../../parts/ReportDialog.tsx';
import { REPORT_WORDS } from './postWords.ts';

/** Tells an administrator that an opening is not what it should be. The lead isn't told who did. */
export function ReportPost({ openingId }: { openingId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <LinkButton onClick={() => setIsOpen(true)}>Report this opening</LinkButton>
      {isOpen && (
        <ReportDialog
          thing="opening"
          who="An administrator reads it. The lead is not told who reported."
          reasons={REPORT_REASONS}
          words={REPORT_WORDS}
          usual="asks-for-money"
          askFor="What you saw"
          onReport={body => call(reportOpening, { params: { openingId }, body })}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
