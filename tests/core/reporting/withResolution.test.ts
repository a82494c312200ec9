import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { withResolution } from '#core/reporting/withResolution';

describe('a PNG for print', () => {
  test('says its dots an inch, and is still the same picture', async () => {
    const plain = createCanvas(30, 20).toBuffer('image/png');
    const print = Buffer.from(withResolution(plain, 300));
    const at = print.indexOf('pHYs');
    // 300 dots an inch are 11811 a metre; unit 1 is the metre (PNG specification, 11.3.4.3).
    expect([print.readUInt32BE(at + 4), print.readUInt32BE(at + 8), print[at + 12]]).toEqual([11811, 11811, 1]);
    expect(at).toBe(37);
    // The checksum that every PNG of 300 dots an inch has.
    expect(print.readUInt32BE(at + 13).toString(16)).toBe('78a53f76');
    const { width, height } = await loadImage(print);
    expect([width, height]).toEqual([30, 20]);
  });

  test('is made of a PNG only', () => {
    expect(() => withResolution(new Uint8Array([1, 2, 3]), 300)).toThrow(RangeError);
  });
});
