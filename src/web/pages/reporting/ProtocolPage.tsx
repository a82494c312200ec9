import { IconDownload, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { exportProtocol, getProtocol, type PROTOCOL_FILES } from '#contract/registration';
import { addressOf, call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { AmendmentsSection } from './AmendmentsSection.tsx';
import { FieldDialog } from './FieldDialog.tsx';
import styles from './Protocol.module.css';
import { ReportTabs } from './ReportTabs.tsx';

type Field = ReplyOf<typeof getProtocol>['fields'][number];

const FILE_NAMES: Readonly<Record<(typeof PROTOCOL_FILES)[number], string>> = {
  'protocol.docx': 'Protocol (DOCX)',
  'protocol.md': 'Protocol (Markdown)',
  'prospero.csv': 'Fields for PROSPERO (CSV)',
};

/** The protocol field by field: drafted from the data where they say something, written by people where they don't. */
export function ProtocolPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [editing, setEditing] = useState<Field | null>(null);
  const query = useQuery({
    queryKey: ['reviews', reviewId, 'protocol'],
    queryFn: ({ signal }) => call(getProtocol, { params: { reviewId }, signal }),
  });
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError) {
    return (
      <>
        <ReportTabs reviewId={reviewId} />
        <ErrorNote problem={query.error} safe="The protocol is stored." onRetry={() => void query.refetch()} />
      </>
    );
  }
  const { fields, may } = query.data;
  const filled = fields.filter(field => (field.own ?? field.drafted) !== '').length;
  const sections = [...new Set(fields.map(field => field.section))];
  return (
    <>
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="Protocol"
        line={`${filled} of ${fields.length} fields filled, in the order in which PROSPERO asks`}
        actions={
          <MenuButton
            kind="primary"
            icon={<IconDownload stroke={1.75} />}
            deeds={(['protocol.docx', 'protocol.md', 'prospero.csv'] as const).map(protocolFile => ({
              name: FILE_NAMES[protocolFile],
              onClick: () => window.location.assign(addressOf(exportProtocol, { params: { reviewId, protocolFile } })),
            }))}
          >
            Download
          </MenuButton>
        }
      />
      <AmendmentsSection reviewId={reviewId} />
      {sections.map(section => (
        <section key={section} className={styles.section} aria-label={section}>
          <h2>{section}</h2>
          <dl className={styles.fields}>
            {fields
              .filter(field => field.section === section)
              .map(field => (
                <div key={field.id} className={styles.field}>
                  <dt>{field.label}</dt>
                  <dd>
                    {(field.own ?? field.drafted) === '' ? (
                      <span className={styles.gap}>Not stated yet. {field.hint}</span>
                    ) : (
                      <span className={styles.text}>{field.own ?? field.drafted}</span>
                    )}
                    <span className={styles.foot}>
                      {field.own !== null
                        ? 'In the team’s words.'
                        : field.drafted !== ''
                          ? 'From the data; it changes with them.'
                          : null}
                      {may.write === null && (
                        <LinkButton label={`Write ${field.label}`} onClick={() => setEditing(field)}>
                          <IconPencil size={14} stroke={1.75} /> Write
                        </LinkButton>
                      )}
                    </span>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      {editing && <FieldDialog reviewId={reviewId} field={editing} onClose={() => setEditing(null)} />}
    </>
  );
}
