import type { BackupHead } from '#gateways/backup/backupHead';

/** What a backup holds, in words: "4 accounts, 2 reviews, 1,204 rows in 61 tables, 3 files". */
export function backupSentence({ tables, files }: BackupHead): string {
  const count = (n: number, one: string) => `${n.toLocaleString('en-US')} ${one}${n === 1 ? '' : 's'}`;
  const rowsOf = (name: string) => tables.find(table => table.name === name)?.rows ?? 0;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    count(rowsOf('persons'), 'account'),
    count(rowsOf('reviews'), 'review'),
    `${count(rows, 'row')} in ${count(tables.length, 'table')}`,
    count(files, 'file'),
  ].join(', ');
}
