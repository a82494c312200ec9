import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const FIGURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="192" height="96"><title>Two words</title>' +
  '<line x1="0" y1="10" x2="190" y2="10" stroke="#000000"/><text x="5" y="40">τ² = 0.31</text></svg>';

describe('a figure drawn by the server', () => {
  let world: World;
  let ada: Somebody;

  beforeAll(async () => {
    world = await createWorld();
    ada = await world.person('Ada Quist');
  });
  afterAll(() => world.close());

  const draw = (svg: string) => ada.agent.post('/api/figures').send({ svg }).responseType('blob');

  it('is a PDF of its own size that holds lines and letters, no picture', async () => {
    const { status, body, headers } = await draw(FIGURE);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/pdf');
    const text = Buffer.from(body).toString('latin1');
    expect(text.startsWith('%PDF')).toBe(true);
    expect(text).toContain('/MediaBox [0 0 144 72]');
    expect(text).toContain('/Font');
    expect(text).not.toContain('/Subtype /Image');
  });

  it('is refused where the text is no figure, or one without a size', async () => {
    expect((await draw('<svg width="9" height="9"><text')).status).toBe(422);
    expect((await draw('<svg></svg>')).status).toBe(422);
    expect((await draw(FIGURE.replace('width="192"', 'width="99999999"'))).status).toBe(422);
    expect((await draw('words')).status).toBe(422);
  });
});
