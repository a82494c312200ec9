import { describe, expect, it } from 'vitest';
import { detectEncoding } from '#core/searching/detectEncoding';
import { detectFormat } from '#core/searching/detectFormat';

describe('the format of a file is told by its content', () => {
  it.each([
    ['TY  - JOUR\nTI  - A\nER  - \n', 'ris'],
    ['\ufeffTY  -  JOUR\r\nTI  -  A\r\nER  -\r\n', 'ris'],
    ['Record #1 of 3\nProvider: John Wiley\n\nTY  - JOUR\nTI  - A\n', 'ris'],
    ['FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Smith, J\nER\n', 'ris'],
    ['PMID- 1\nOWN - NLM\nTI  - A\n', 'nbib'],
    ['\nOWN - ERIC\nTI  - A\nAU  - B, C\nJT  - D\n', 'nbib'],
    ['% a comment\n@article{key,\n title = {A}}\n', 'bibtex'],
    ['<?xml version="1.0"?><!DOCTYPE PubmedArticleSet><PubmedArticleSet></PubmedArticleSet>', 'pubmed-xml'],
    ['<xml><records><record><ref-type name="Book">6</ref-type></record></records></xml>', 'endnote-xml'],
    ['record_id,title,abstract\n1,A,B\n', 'csv'],
    ['"SEARCH QUERY","a:ti"\n-----\n\n"Title","Author Names","Abstract"\n', 'csv'],
    ['Reference Type\tTitle Primary\tAbstract\nJournal\tA\tB\n', 'csv'],
    ['', null],
    ['just a few words', null],
  ] as const)('%j', (head, format) => {
    expect(detectFormat(head)).toBe(format);
  });
});

describe('the encoding of a file is told by its bytes', () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const latin = (text: string): Uint8Array => Uint8Array.from(text, sign => sign.charCodeAt(0));

  it('takes whole characters of UTF-8 for UTF-8, also when the last one is cut off', () => {
    expect(detectEncoding(utf8('Müller, Ångström'))).toBe('utf-8');
    expect(detectEncoding(utf8('Müller é').slice(0, -1))).toBe('utf-8');
    expect(detectEncoding(utf8('plain'))).toBe('utf-8');
  });

  it('takes single bytes beyond ASCII for Windows-1252', () => {
    expect(detectEncoding(latin('M\u00fcller, Jos\u00e9'))).toBe('windows-1252');
  });

  it('does not give up UTF-8 for one damaged byte', () => {
    expect(detectEncoding(Uint8Array.from([...utf8('Müller é à ö'), 0xe7, 0x65]))).toBe('utf-8');
  });

  it('knows the marks of UTF-8 and UTF-16, and UTF-16 without one', () => {
    expect(detectEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x54))).toBe('utf-8');
    expect(detectEncoding(Uint8Array.of(0xff, 0xfe, 0x54, 0))).toBe('utf-16le');
    expect(detectEncoding(Uint8Array.of(0xfe, 0xff, 0, 0x54))).toBe('utf-16be');
    expect(detectEncoding(Uint8Array.of(0x54, 0, 0x59, 0, 0x20, 0))).toBe('utf-16le');
    expect(detectEncoding(Uint8Array.of(0, 0x54, 0, 0x59, 0, 0x20))).toBe('utf-16be');
  });
});
