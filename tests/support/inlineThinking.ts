import { findDuplicates } from '#core/duplicates/findDuplicates';
import { journalAdvice } from '#core/matching/journalAdvice';
import { rankCandidates, rankOpenings } from '#core/matching/suggest';
import { createRankingDesk } from '#core/screening/rankingDesk';
import { takeIn } from '#core/screening/takeIn';
import { analyseSpecification } from '#core/synthesis/analyseSpecification';
import { answerRequest } from '#core/synthesis/request/synthesise';
import { drawPicture } from '#gateways/figures/drawPicture';
import { pdfOfSvg } from '#gateways/figures/pdfOfSvg';
import { readPdf } from '#gateways/thinking/readPdf';
import { solveProgramme } from '#gateways/thinking/solveProgramme';
import { writeWordDocument } from '#gateways/wordDocument';
import type { Context } from '#services/context';

const desk = createRankingDesk(10_000);

/** The same thought without a thread: test files run from TypeScript, which a thread can't load. */
export const inlineThinking: Context['think'] = {
  findDuplicates: async (records, decisions) => findDuplicates(records, decisions),
  synthesise: async request => answerRequest(request),
  analyse: async (specification, studies, moderators) => analyseSpecification(specification, studies, moderators),
  readPdf,
  writeDocument: writeWordDocument,
  drawPictures: async svgs => svgs.map(drawPicture),
  drawPdf: async svg => pdfOfSvg([svg]),
  solve: solveProgramme,
  adviseJournals: async (records, topic) => journalAdvice(records, topic),
  rankOpenings: async (person, openings, now) => rankOpenings(person, openings, [], now),
  rankCandidates: async (opening, people, now) => rankCandidates(opening, people, [], now),
  rank: async (request, loadTexts) => {
    const known = desk.answer(request);
    if (known) return known;
    await takeIn(desk, request.basis, request.seed, await loadTexts());
    const answered = desk.answer(request);
    if (!answered) throw new RangeError('inlineThinking: the desk lost its texts');
    return answered;
  },
};
