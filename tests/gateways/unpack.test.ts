import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { ZipFile } from 'yazl';
import { packingOf, unpack } from '#gateways/files/unpack';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pooled-unpack-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function zipOf(name: string, entries: Readonly<Record<string, string>>): Promise<string> {
  const zip = new ZipFile();
  for (const [entry, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), entry);
  zip.end();
  const file = join(folder, name);
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

async function textOf(file: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of unpack(file, await packingOf(file))) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('packed files', () => {
  it('a workbook gives the table whose headers are known best, with numbers and days as they stand', async () => {
    const file = join(folder, 'records.xlsx');
    await writeExcelFile(
      [
        [[{ value: 'About this export' }], [{ value: 'made by hand' }]],
        [
          [{ value: 'Title' }, { value: 'PMID' }, { value: 'Date' }],
          [
            { value: 'Walking, "daily"\nin adults' },
            { value: 31234567, type: Number },
            { value: new Date('2019-03-04T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
          ],
        ],
      ].map((data, index) => ({ data, sheet: `Sheet ${index + 1}` })),
    ).toFile(file);
    expect(await packingOf(file)).toBe('xlsx');
    expect(await textOf(file)).toBe(
      '"Title","PMID","Date"\r\n"Walking, ""daily""\nin adults","31234567","2019-03-04"\r\n',
    );
  });

  it('an archive gives its files one after another, without what a Mac adds', async () => {
    const file = await zipOf('studies.zip', { 'NCT1.json': '{1}', '__MACOSX/._NCT1.json': 'x', 'NCT2.json': '{2}' });
    expect(await textOf(file)).toBe('{1}\n{2}\n');
  });

  it('several tables in one archive are refused, for the header of the second would be a record', async () => {
    const file = await zipOf('tables.zip', { 'a.csv': 'title\nA\n', 'b.csv': 'title\nB\n' });
    await expect(textOf(file)).rejects.toThrow(/several tables/);
  });

  it('gzip is unpacked, and one that is cut off is refused in words', async () => {
    const packed = gzipSync('x'.repeat(100_000));
    await writeFile(join(folder, 'a.gz'), packed);
    expect(await textOf(join(folder, 'a.gz'))).toHaveLength(100_000);
    await writeFile(join(folder, 'b.gz'), packed.subarray(0, packed.length - 20));
    await expect(textOf(join(folder, 'b.gz'))).rejects.toThrow(/ends too early/);
  });

  it('a damaged workbook or archive, and an old one, are refused in words', async () => {
    await writeFile(join(folder, 'c.zip'), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100, 1)]));
    await expect(textOf(join(folder, 'c.zip'))).rejects.toThrow(/damaged/);
    await writeFile(join(folder, 'old.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    await expect(textOf(join(folder, 'old.xls'))).rejects.toThrow(/Save it as .xlsx/);
    await writeFile(join(folder, 'empty'), '');
    expect(await textOf(join(folder, 'empty'))).toBe('');
  });
});
