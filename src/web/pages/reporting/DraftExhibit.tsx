import { IconChartDots, IconTable } from '@tabler/icons-react';
import styles from './Manuscript.module.css';
import { PageLink } from './PageLink.tsx';

/** The page on which a figure or table of the manuscript stands at full width. */
function pageOf(id: string): string {
  if (id.startsWith('forest-')) return `synthesis?analysis=${id.slice('forest-'.length)}`;
  if (id === 'flow') return 'report';
  if (id === 'findings') return 'findings';
  if (id === 'bias') return 'risk-of-bias?tab=plots';
  return `report-tables?table=${id}`;
}

/** Where a figure or table will stand; at full width it has a page of its own. */
export function DraftExhibit({
  reviewId,
  id,
  caption,
  shape,
}: {
  reviewId: string;
  id: string;
  caption: string;
  shape: 'figure' | 'table';
}) {
  return (
    <p className={styles.exhibit}>
      {shape === 'figure' ? <IconChartDots size={16} stroke={1.75} /> : <IconTable size={16} stroke={1.75} />}
      <span>
        {shape === 'figure' ? 'Figure' : 'Table'}:{' '}
        <PageLink reviewId={reviewId} page={pageOf(id)}>
          {caption}
        </PageLink>
      </span>
    </p>
  );
}
