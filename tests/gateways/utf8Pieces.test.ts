import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUtf8Pieces } from '#gateways/files/utf8Pieces';

function decoded(bytes: Uint8Array, length: number): string[] {
  const pieces = createUtf8Pieces();
  const all: string[] = [];
  for (let at = 0; at < bytes.length; at += length) all.push(...pieces.write(bytes.subarray(at, at + length)));
  return [...all, pieces.end()];
}

describe('text of UTF-8 that comes in parts', () => {
  const bit = fc.constantFrom('a', 'é', '漢', '😀', '\n', '</PubmedArticle>', '</Pubmed', '\ufeff');

  it('is the same wherever the parts are cut, as the whole is decoded at once', () => {
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (bits, length) => {
        const bytes = Buffer.from(bits.join(''));
        expect(decoded(bytes, length).join('')).toBe(new TextDecoder().decode(bytes));
      }),
    );
  });

  it('has a sign in place of what is no UTF-8, wherever that stands', () => {
    const bytes = Uint8Array.of(0x61, 0xff, 0x62, 0xe6, 0xbc, 0x63, 0x80, 0x64, 0xf0, 0x9f);
    for (let length = 1; length <= bytes.length; length++)
      expect(decoded(bytes, length).join('')).toBe(new TextDecoder().decode(bytes));
  });

  it('comes article by article, so that those in plain ASCII stay apart from others', () => {
    const one = '<PubmedArticle>plain</PubmedArticle>';
    const two = '\n<PubmedArticle>漢</PubmedArticle>';
    expect(decoded(Buffer.from(one + two + one), 50).filter(text => text !== '')).toEqual([one, two, one]);
  });
});
