import { describe, expect, it } from 'vitest';
import { type SearchPlatform, translateQuery } from '#core/protocol/translateQuery';

const to = (platform: SearchPlatform, text: string) => translateQuery(text, platform).query;

describe('a PubMed search on another platform', () => {
  it.each([
    ['"Asthma"[mh]', 'exp Asthma/', "'asthma'/exp", '[mh "Asthma"]'],
    ['"Asthma"[mh:noexp]', 'Asthma/', "'asthma'/de", '[mh ^"Asthma"]'],
    ['"Asthma"[majr]', 'exp *Asthma/', "'asthma'/exp/mj", '[mh "Asthma"[mj]]'],
    ['"Asthma/drug therapy"[mh]', 'exp Asthma/dt', "'asthma'/exp/dm_dt", '[mh "Asthma"/DT]'],
    ['wheez*[tiab]', 'wheez*.ti,ab,kf.', 'wheez*:ti,ab,kw', 'wheez*:ti,ab,kw'],
    ['"heart failure"[ti]', '"heart failure".ti.', "'heart failure':ti", '"heart failure":ti'],
    ['"breast feed*"[tiab]', '"breast feed*".ti,ab,kf.', "'breast feed*':ti,ab,kw", '(breast NEXT feed*):ti,ab,kw'],
    // PubMed counts the words between (0: side by side), the others the step from word to word (1: side by side).
    [
      '"knee pain"[tiab:~0]',
      '(knee adj1 pain).ti,ab,kf.',
      '(knee NEAR/1 pain):ti,ab,kw',
      '(knee NEAR/1 pain):ti,ab,kw',
    ],
    [
      '"knee pain"[tiab:~3]',
      '(knee adj4 pain).ti,ab,kf.',
      '(knee NEAR/4 pain):ti,ab,kw',
      '(knee NEAR/4 pain):ti,ab,kw',
    ],
    ['drug therapy[sh]', 'dt.fs.', "'drug therapy':lnk", '[mh /DT]'],
    ['english[la]', 'english.lg.', '[english]/lim', ''],
    ["crohn's[tiab]", "crohn's.ti,ab,kf.", "'crohn\\'s':ti,ab,kw", "crohn's:ti,ab,kw"],
  ])('%s', (pubmed, ovid, embase, cochrane) => {
    expect(to('ovid', pubmed)).toBe(ovid);
    expect(to('embase', pubmed)).toBe(embase);
    expect(to('cochrane', pubmed)).toBe(cochrane);
  });

  it('keeps PubMed’s order from left to right by parentheses', () => {
    expect(to('ovid', 'x[ti] OR y[ti] AND z[ti] NOT w[ti]')).toBe('((x.ti. OR y.ti.) AND z.ti.) NOT w.ti.');
    expect(to('ovid', 'x[ti] y[ti]')).toBe('x.ti. AND y.ti.');
  });

  it('warns of what the other platform lacks', () => {
    expect(translateQuery('"Asthma"[mh]', 'embase').warnings.join()).toContain('Emtree');
    expect(translateQuery('asthma', 'ovid').warnings.join()).toContain('mapping');
    expect(translateQuery('asthma[tiab] AND 2015:2024[dp]', 'cochrane')).toMatchObject({ query: 'asthma:ti,ab,kw' });
    expect(translateQuery('(asthma[tiab]', 'ovid').warnings.join()).toContain('1 mistake');
  });
});
