import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '#core/searching/detectFormat';
import { trialNumbers } from '#core/searching/trials/trialDraft';
import { readAll, readOne } from './readAll.js';

const ICTRP = `<?xml version="1.0" encoding="UTF-8" ?>
<Trials_downloaded_from_ICTRP>
  <Trial><Internal_Number>1
    </Internal_Number>
    <TrialID>DRKS00012345
    </TrialID>
    <Public_title>Walking, p &lt; 0.05 &lt;br&gt;in adults
    </Public_title>
    <Scientific_title>A randomised trial of walking</Scientific_title><Acronym/>
    <Primary_sponsor>Charité</Primary_sponsor><Secondary_Sponsor>;</Secondary_Sponsor>
    <Source_Register>German Clinical Trials Register</Source_Register>
    <web_address>https://drks.de/1</web_address><Secondary_ID>NCT01234567;K-1</Secondary_ID>
    <Date_registration3>20200318</Date_registration3><Condition>Pain;Fatigue</Condition>
    <Contact_Tel>1</Contact_Tel></Trial>
</Trials_downloaded_from_ICTRP>`;

const TABLE = `NCT Number,Study Title,Study URL,Acronym,Study Status,Brief Summary,Conditions,Interventions,Sponsor,Collaborators,Other IDs,Start Date,First Posted,Locations
NCT04567890,"Walking, daily",https://clinicaltrials.gov/study/NCT04567890,WALK,COMPLETED,"Who walks
sleeps.",Asthma|COPD,BEHAVIORAL: Walk,Uni,Lab,2019-001234-12|K1,2020-01,2019-12-30,"Paris, France"
`;

const study = (nct: string, title: string) =>
  JSON.stringify({
    protocolSection: {
      identificationModule: { nctId: nct, briefTitle: title, officialTitle: 'A randomised trial' },
      statusModule: { studyFirstPostDateStruct: { date: '2001-02-03' } },
      sponsorCollaboratorsModule: { leadSponsor: { name: 'Uni' } },
      descriptionModule: { briefSummary: 'Who walks { sleeps.' },
      conditionsModule: { conditions: ['Asthma'] },
    },
    hasResults: false,
  });

describe('trials from registries', () => {
  it('are read from the XML of WHO’s portal, with their numbers in every registry', () => {
    expect(detectFormat(ICTRP)).toBe('trials-xml');
    expect(readOne('trials-xml', ICTRP)).toMatchObject({
      recordType: 'trial',
      title: 'Walking, p < 0.05 in adults',
      abstractText: 'Scientific title: A randomised trial of walking\nCondition: Pain;Fatigue',
      authors: [{ collective: 'Charité' }],
      journal: 'German Clinical Trials Register',
      date: { year: 2020, month: 3, day: 18 },
      otherIds: { trial: 'DRKS00012345' },
      dataBanks: [
        { name: 'German Clinical Trials Register', accessions: ['DRKS00012345'] },
        { name: 'ClinicalTrials.gov', accessions: ['NCT01234567'] },
      ],
      raw: { Contact_Tel: ['1'], url: ['https://drks.de/1'] },
      source: { line: 3 },
    });
  });

  it('are read from WHO’s table as from its XML', () => {
    const table = `TrialID,Public title,Scientific title,Source Register,Date registration3,web address\nACTRN12613000123456,Walking,,ANZCTR,20130401,https://anzctr.org.au/1\n`;
    expect(readOne('csv', table)).toMatchObject({
      recordType: 'trial',
      title: 'Walking',
      date: { year: 2013, month: 4, day: 1 },
      dataBanks: [{ name: 'ANZCTR', accessions: ['ACTRN12613000123456'] }],
    });
  });

  it('are read from ClinicalTrials.gov’s table, whose columns nobody needs to map', () => {
    expect(detectFormat(TABLE)).toBe('csv');
    expect(readOne('csv', TABLE)).toMatchObject({
      recordType: 'trial',
      title: 'Walking, daily',
      abstractText: expect.stringContaining('Summary: Who walks sleeps.\nConditions: Asthma; COPD'),
      authors: [{ collective: 'Uni' }, { collective: 'Lab' }],
      date: { year: 2019, month: 12, day: 30 },
      keywords: [{ text: 'Asthma' }, { text: 'COPD' }],
      dataBanks: [
        { name: 'ClinicalTrials.gov', accessions: ['NCT04567890'] },
        { name: 'EudraCT', accessions: ['2019-001234-12'] },
      ],
      raw: { Locations: ['Paris, France'], Acronym: ['WALK'] },
    });
  });

  it('are read from ClinicalTrials.gov’s JSON, a list, a reply or one study', () => {
    const [one, two] = [study('NCT00000001', 'Walking "daily"'), study('NCT00000002', 'Sitting')];
    const layouts = [`[${one},\n${two}]`, `{"studies":[${one},${two}],"nextPageToken":"x"}`, `${one}\n${two}\n`];
    for (const text of layouts) {
      expect(detectFormat(text)).toBe('trials-json');
      const { records, skipped } = readAll('trials-json', text, 7);
      expect(records.map(record => [record.title, record.date.year])).toEqual([
        ['Walking "daily"', 2001],
        ['Sitting', 2001],
      ]);
      expect(skipped).toEqual([]);
    }
  });

  it('one study that is cut off costs itself alone and is named with its line', () => {
    const [one, two] = [study('NCT00000001', 'Walking'), study('NCT00000002', 'Sitting')];
    const { records, skipped } = readAll('trials-json', `[\n${one.slice(0, 90)}\n,\n${two}]`, 11);
    expect(records.map(record => record.title)).toEqual(['Sitting']);
    expect(skipped).toEqual([{ line: 2, reason: 'the study is not closed before the next one begins' }]);
  });

  it('are read from ClinicalTrials.gov’s old XML, whole and listed', () => {
    const whole = `<?xml version="1.0"?><clinical_study rank="1"><required_header><url>https://clinicaltrials.gov/show/NCT02221141</url></required_header><id_info><org_study_id>F1</org_study_id><nct_id>NCT02221141</nct_id></id_info><brief_title>Fabry</brief_title><sponsors><lead_sponsor><agency>L G</agency><agency_class>Other</agency_class></lead_sponsor></sponsors><brief_summary><textblock>
      To   see.</textblock></brief_summary><study_first_posted type="Actual">August 20, 2014</study_first_posted><intervention><intervention_type>Drug</intervention_type><intervention_name>X</intervention_name></intervention><gender>All</gender></clinical_study>`;
    expect(detectFormat(whole)).toBe('trials-xml');
    expect(readOne('trials-xml', whole)).toMatchObject({
      title: 'Fabry',
      abstractText: 'Summary: To see.\nInterventions: Drug: X',
      date: { year: 2014, month: 8, day: 20 },
      raw: { gender: ['All'] },
    });
    const listed = `<search_results count="1"><query>x</query><study rank="1"><nct_id>NCT02221141</nct_id><title>Fabry</title><conditions><condition>Fabry Disease</condition></conditions></study></search_results>`;
    expect(detectFormat(listed)).toBe('trials-xml');
    expect(readOne('trials-xml', listed)).toMatchObject({ title: 'Fabry', otherIds: { trial: 'NCT02221141' } });
  });

  it('numbers of trials are found in any text, and nothing else is taken for one', () => {
    expect(trialNumbers('See NCT01234567 and ISRCTN12345678 (EudraCT 2019-001234-12).').map(one => one.number)).toEqual(
      ['NCT01234567', 'ISRCTN12345678', '2019-001234-12'],
    );
    expect(trialNumbers('1234-5678, NCT123, 2019-2020')).toEqual([]);
  });

  it('no text makes a reader of trials fail or lose its place', () => {
    const piece = fc.constantFrom(
      '{"protocolSection":',
      '{',
      '}',
      '"',
      '\\',
      'x',
      '\n',
      ']',
      ',',
      study('NCT00000009', 'T'),
      '<Trial>',
      '</Trial>',
      '<TrialID>',
      '&',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (pieces, size) => {
        const text = pieces.join('');
        for (const format of ['trials-json', 'trials-xml'] as const) {
          const whole = readAll(format, text);
          expect(readAll(format, text, size)).toEqual(whole);
        }
      }),
      { numRuns: 200 },
    );
  });
});
