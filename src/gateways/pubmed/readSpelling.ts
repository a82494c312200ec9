import { parseStringPromise } from 'xml2js';
import { Problem } from '#core/problem';

/** The corrected search in ESpell's XML; null when there is nothing to correct. */
export async function readSpelling(xml: string): Promise<string | null> {
  let document: unknown;
  try {
    document = await parseStringPromise(xml, { explicitArray: false, explicitRoot: false, trim: true });
  } catch {
    throw new Problem('upstream', 'PubMed sent an answer that can’t be read. Nothing was changed; try again later.');
  }
  const corrected =
    typeof document === 'object' && document !== null && 'CorrectedQuery' in document ? document.CorrectedQuery : null;
  return typeof corrected === 'string' && corrected !== '' ? corrected : null;
}
