import { describe, expect, it } from 'vitest';
import { matchFullText, type ReportToMatch } from '#core/screening/matchFullText';

const TITLE = 'A controlled trial of an invented remedy against hay fever in schoolchildren';

function report(recordId: string, change: Partial<ReportToMatch> = {}): ReportToMatch {
  return {
    ...{ recordId, title: TITLE, doi: '10.5555/hay.1', pmid: '90000001', year: 2004, authorsText: 'Nyberg L; Ek A' },
    ...change,
  };
}

const other = report('other', {
  title: 'Quite another question about remedies for headache in adults',
  ...{ doi: '10.5555/head.2', pmid: '90000002', authorsText: 'Okafor B', year: 2010 },
});

const file = (texts: readonly string[], fileName = 'download.pdf', title: string | null = null) => ({
  ...{ fileName, title, texts },
});

describe('the report that a file is the full text of', () => {
  it('is certain by DOI and title, whatever case, hyphens and line breaks the page has', () => {
    const page =
      'J Invent 2004\nA CONTROLLED TRIAL OF AN INVENTED REM-\nEDY AGAINST HAY FEVER IN\nSCHOOLCHILDREN\nhttps://doi.org/10.5555/HAY.1';
    expect(matchFullText(file([page]), [other, report('this')])).toEqual([
      { recordId: 'this', certainty: 'certain', because: 'Its DOI, title and year are there.' },
    ]);
  });

  it('is certain by title, first author and year when the file names no identifier, as old scans do', () => {
    const [first] = matchFullText(file([`${TITLE}. By L. Nyberg and A. Ek, 2004`]), [other, report('this')]);
    expect(first).toMatchObject({ recordId: 'this', certainty: 'certain' });
  });

  it('is doubtful when only its DOI is there: that may stand in the list of references', () => {
    const found = matchFullText(file(['A letter. References 1. Nyberg L 2004 doi:10.5555/hay.1']), [report('this')]);
    expect(found).toMatchObject([{ recordId: 'this', certainty: 'doubtful' }]);
    expect(found[0]?.because).toContain('its title is not on the first pages');
  });

  it('is not told by a DOI that another one begins with', () => {
    expect(matchFullText(file(['doi:10.5555/hay.17']), [report('this')])).toEqual([]);
  });

  it('is doubtful by title alone: the protocol and the abstract have it too', () => {
    expect(matchFullText(file([TITLE]), [report('this')])).toMatchObject([{ certainty: 'doubtful' }]);
  });

  it('is doubtful when two reports have the same title, author and year, and both are offered', () => {
    const twins = [report('one', { doi: null, pmid: null }), report('two', { doi: null, pmid: null })];
    const found = matchFullText(file([`${TITLE} Nyberg 2004`]), twins);
    expect(found.map(one => [one.recordId, one.certainty])).toEqual([
      ['one', 'doubtful'],
      ['two', 'doubtful'],
    ]);
  });

  it('is the one whose identifier is there when two have the same title', () => {
    const twins = [report('abstract', { doi: '10.5555/abstract.9', pmid: null }), report('this')];
    const found = matchFullText(file([`${TITLE} Nyberg 2004 PMID: 90000001`]), twins);
    expect(found[0]).toMatchObject({ recordId: 'this', certainty: 'certain' });
    expect(found[1]).toMatchObject({ recordId: 'abstract', certainty: 'doubtful' });
  });

  it('is doubtful when the file is a correction, which has title and DOI of what it corrects', () => {
    const found = matchFullText(file([`Correction to: ${TITLE}. doi:10.5555/hay.1`]), [report('this')]);
    expect(found).toMatchObject([{ certainty: 'doubtful' }]);
    expect(found[0]?.because).toContain('correction');
  });

  it('is told by a file name that is a PMID or a DOI, though not made certain by it alone', () => {
    expect(matchFullText(file([''], '90000001.pdf'), [report('this')])).toMatchObject([{ certainty: 'doubtful' }]);
    expect(matchFullText(file([''], '10.5555_hay.1.pdf'), [report('this')])).toMatchObject([{ certainty: 'doubtful' }]);
    const [sure] = matchFullText(file([TITLE], '90000001.pdf'), [report('this')]);
    expect(sure?.certainty).toBe('certain');
  });

  it('is nobody’s when the pages hold no text, as those of a scan', () => {
    expect(matchFullText(file(['', '']), [report('this'), other])).toEqual([]);
  });
});
