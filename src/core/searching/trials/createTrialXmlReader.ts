import type { DraftSink, RecordReader } from '#core/searching/draft';
import { readClinicalStudy, readIctrpTrial, readListedStudy } from '#core/searching/trials/readTrialXml';
import { splitRecords } from '#core/searching/xml/splitRecords';

const RECORDS: ReadonlySet<string> = new Set(['clinical_study', 'Trial', 'study']);
const NOTHING: ReadonlySet<string> = new Set();

/** Reads trials as WHO's ICTRP exports them, and as ClinicalTrials.gov did in XML: whole studies or a list of hits. */
export function createTrialXmlReader(sink: DraftSink): RecordReader {
  let count = 0;
  const splitter = splitRecords(RECORDS, NOTHING, {
    skip: sink.skip,
    record(element, line) {
      count++;
      const read =
        element.name === 'clinical_study'
          ? readClinicalStudy
          : element.name === 'Trial'
            ? readIctrpTrial
            : readListedStudy;
      const draft = read(element);
      if (draft.title || draft.otherIds?.trial) sink.record(draft, line);
      else sink.skip(line, 'the trial has neither number nor title');
    },
  });
  return {
    write: splitter.write,
    end() {
      splitter.end();
      if (count === 0) sink.skip(1, 'the file holds no trial');
    },
  };
}
