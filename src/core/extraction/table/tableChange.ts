/** Rows of an uploaded table; `line` is the row's number in the file, from 1, its head being line 1 mostly. */
export interface UploadedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One difference between a table that was edited and what stands, or why a cell can't be taken. */
export interface TableChange<Deed> {
  readonly line: number;
  /** The head of the column, or several with a comma. */
  readonly column: string;
  /** "Aronson 1948, BCG" */
  readonly place: string;
  readonly before: string;
  readonly after: string;
  /** Why it is refused; null where it can be taken. */
  readonly problem: string | null;
  readonly deed: Deed | null;
}

export interface TableStudy {
  readonly studyId: string;
  readonly label: string;
  readonly arms: readonly { readonly armId: string; readonly name: string }[];
}

/** A spreadsheet may have put an apostrophe in front of what looks like a formula. */
export function cellText(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/^'(?=[=+\-@])/, '');
}

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Where columns are, by their heads; letters and spaces don't matter. */
export function columnsOf(head: readonly string[], names: readonly string[]): ReadonlyMap<string, number> {
  const places = head.map(plain);
  return new Map(
    names.flatMap(name => (places.includes(plain(name)) ? [[name, places.indexOf(plain(name))] as const] : [])),
  );
}

export function studyNamed(studies: readonly TableStudy[], label: string): TableStudy | undefined {
  return studies.find(study => plain(study.label) === plain(label));
}

export function armNamed(study: TableStudy, name: string): TableStudy['arms'][number] | undefined {
  return study.arms.find(arm => plain(arm.name) === plain(name));
}

/** Heads that belong to nothing. */
export function unknownColumns(head: readonly string[], names: readonly string[]): string[] {
  const known = new Set(names.map(plain));
  return head.filter(name => name.trim() !== '' && !known.has(plain(name)));
}

/** Reads a number as a table has it. A comma is asked about instead of guessed. */
export function cellNumber(text: string): { readonly value: number } | { readonly problem: string } {
  const bare = text.replace(/^[−–]/, '-').replace(/[\s\u00a0\u202f]/g, '');
  const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(grouped)) return { value: Number(grouped) };
  return { problem: text.includes(',') ? `“${text}”: write decimals with a point.` : `“${text}” is no number.` };
}
