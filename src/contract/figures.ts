import { z } from 'zod';
import { endpoint } from '#contract/endpoint';

export const drawFigure = endpoint({
  method: 'POST',
  path: '/api/figures',
  summary: 'Draw a figure as a PDF of lines and letters. Nothing of it is stored.',
  body: z.object({
    svg: z.string().startsWith('<svg', 'Send the SVG text of a figure').max(1_500_000, 'Up to 1,500,000 characters'),
  }),
  replyKind: 'file',
});
