import { Checkbox, FileButton, Select, Textarea, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { isByArm } from '#core/extraction/vocabulary';
import { type ReadTable, readTable } from '#core/synthesis/table/readTable';
import { isTableKind, namesTreatments, TABLE_KINDS, tableKind } from '#core/synthesis/table/tableKinds';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { MenuButton } from '../../../parts/MenuButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { counted } from '../../../words/counted.ts';
import { EXAMPLES } from './exampleTable.ts';
import { NOTHING_PASTED, type OpenState, readState } from './openState.ts';
import styles from './PoolTable.module.css';

const MOST_PROBLEMS = 12;

/** Paste, say which column is which, see what can't be read, then pool. */
export function PasteTable({
  state,
  onChange,
  onOpen,
  onPool,
}: {
  state: OpenState;
  onChange: (part: Partial<OpenState>) => void;
  onOpen: (state: OpenState) => void;
  onPool: () => void;
}) {
  const text = useDeferredValue(state.text);
  const table = useMemo(() => (text.trim() === '' ? null : readTable(text, state.reading)), [text, state.reading]);
  const openFile = async (file: File | null) => {
    if (!file) return;
    const content = await file.text();
    const saved = readState(content);
    if (saved) onOpen(saved);
    else onChange({ text: content, reading: {} });
  };
  return (
    <div className={styles.paste}>
      <PageHead
        title="Pool a table"
        line="Paste numbers from a spreadsheet and see the forest plot. No account; nothing leaves this device."
      />
      <Textarea
        label="Table"
        description="One study a row (in networks, one arm or one difference), with the names of the columns in the first row. Copied from a spreadsheet, or CSV."
        placeholder={'study\tevents1\ttotal1\tevents2\ttotal2'}
        className={styles.text}
        autosize
        minRows={8}
        maxRows={18}
        spellCheck={false}
        value={state.text}
        onChange={event => onChange({ text: event.currentTarget.value, reading: {}, leftOut: [] })}
      />
      <div className={styles.buttons}>
        <MenuButton
          deeds={EXAMPLES.map(({ name, state: example }) => ({
            name,
            onClick: () => onOpen({ ...NOTHING_PASTED, ...example }),
          }))}
        >
          Try an example
        </MenuButton>
        <FileButton accept=".csv,.tsv,.txt,.json" onChange={file => void openFile(file)}>
          {props => <ActionButton {...props}>Open a file</ActionButton>}
        </FileButton>
      </div>
      {table && (
        <>
          <Mapping table={table} state={state} onChange={onChange} />
          <Problems table={table} />
          <Names table={table} state={state} onChange={onChange} />
          <div className={styles.buttons}>
            <ActionButton
              kind="primary"
              because={table.studies.length === 0 ? 'No row can be read yet.' : null}
              onClick={onPool}
            >
              Pool {counted(table.studies.length, 'study', 'studies')}
            </ActionButton>
          </div>
        </>
      )}
    </div>
  );
}

interface PartProps {
  readonly table: ReadTable;
  readonly state: OpenState;
  readonly onChange: (part: Partial<OpenState>) => void;
}

function Mapping({ table, state, onChange }: PartProps) {
  const { columns } = tableKind(table.kind);
  const places = [
    { value: '-1', label: 'not in the table' },
    ...table.heads.map((head, place) => ({ value: String(place), label: head })),
  ];
  const setColumn = (name: string, place: number) =>
    onChange({
      reading: { ...state.reading, kind: table.kind, columns: { ...table.columns, [name]: place } },
    });
  return (
    <>
      <Select
        label="What the table holds"
        maw={560}
        data={Object.entries(TABLE_KINDS).map(([value, { name }]) => ({ value, label: name }))}
        value={table.kind}
        onChange={next => {
          if (!next || !isTableKind(next)) return;
          const { isRatio } = state.reading;
          onChange({ reading: { kind: next, ...(isRatio === undefined ? {} : { isRatio }) } });
        }}
      />
      <div className={styles.mapping}>
        {[{ name: 'study', words: 'Study' }, ...columns].map(({ name, words }) => (
          <Select
            key={name}
            label={words}
            data={places}
            value={String(table.columns[name] ?? -1)}
            onChange={next => next !== null && setColumn(name, Number(next))}
          />
        ))}
      </div>
      {['estimates', 'contrasts'].includes(table.kind) && (
        <Checkbox
          label="The estimates are ratios (odds, risk or hazard ratios), not yet logarithms"
          checked={state.reading.isRatio ?? false}
          onChange={event => onChange({ reading: { ...state.reading, isRatio: event.currentTarget.checked } })}
        />
      )}
    </>
  );
}

function Problems({ table: { problems, studies, characteristics } }: { table: ReadTable }) {
  const others =
    characteristics.length > 0
      ? `Also: ${characteristics.map(({ name }) => name).join(', ')}, for subgroups and meta-regression.`
      : '';
  if (problems.length === 0) {
    return (
      <Note kind="done" claim={`${counted(studies.length, 'study', 'studies')} read.`}>
        {others}
      </Note>
    );
  }
  return (
    <Note
      kind="warn"
      claim={`${counted(studies.length, 'study', 'studies')} read, ${counted(problems.length, 'problem')}.`}
    >
      <ul className={styles.problems}>
        {problems.slice(0, MOST_PROBLEMS).map(({ line, column, detail }) => (
          <li key={`${line} ${column} ${detail}`}>
            Line {line}, {column}: {detail}
          </li>
        ))}
        {problems.length > MOST_PROBLEMS && <li>and {problems.length - MOST_PROBLEMS} more</li>}
      </ul>
    </Note>
  );
}

function Names({ table, state, onChange }: PartProps) {
  const areTreatmentsNamed = namesTreatments(table.kind);
  const hasGroups =
    areTreatmentsNamed || isByArm(tableKind(table.kind).outcome) || ['rates', 'paired', 'logrank'].includes(table.kind);
  return (
    <div className={styles.mapping}>
      <TextInput
        label="Outcome"
        maxLength={120}
        value={state.title}
        onChange={event => onChange({ title: event.currentTarget.value })}
      />
      {table.kind === 'doses' && (
        <TextInput
          label="Unit of the exposure"
          placeholder="g a day"
          maxLength={60}
          value={state.unit}
          onChange={event => onChange({ unit: event.currentTarget.value })}
        />
      )}
      {hasGroups && (
        <>
          {!areTreatmentsNamed && (
            <>
              <TextInput
                label="First group"
                maxLength={80}
                value={state.first}
                onChange={event => onChange({ first: event.currentTarget.value })}
              />
              <TextInput
                label="Second group"
                maxLength={80}
                value={state.second}
                onChange={event => onChange({ second: event.currentTarget.value })}
              />
            </>
          )}
          <Select
            label="Less of it is"
            data={[
              { value: 'better', label: 'better' },
              { value: 'worse', label: 'worse' },
            ]}
            value={state.isLowerBetter ? 'better' : 'worse'}
            onChange={next => onChange({ isLowerBetter: next !== 'worse' })}
          />
        </>
      )}
    </div>
  );
}
