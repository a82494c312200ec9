/** Bytes of a PNG file before its second chunk: the signature and the header chunk, both of fixed length. */
const HEAD = 33;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const METRES_PER_INCH = 0.0254;

/** The checksum of PNG chunks (ISO 3309), bit by bit: a chunk of thirteen bytes needs no table. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/**
 * The same PNG with its resolution written into it (chunk pHYs, as the PNG specification 11.3.4.3 has it), so that it
 * comes to paper in its true size. Takes a PNG without that chunk; throws RangeError for anything else.
 */
export function withResolution(png: Uint8Array, dotsPerInch: number): Uint8Array {
  if (SIGNATURE.some((byte, place) => png[place] !== byte)) throw new RangeError('withResolution: this is no PNG');
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  const dotsPerMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  view.setUint32(8, dotsPerMetre);
  view.setUint32(12, dotsPerMetre);
  chunk[16] = 1;
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, HEAD));
  whole.set(chunk, HEAD);
  whole.set(png.subarray(HEAD), HEAD + chunk.length);
  return whole;
}
