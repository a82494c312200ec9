import pg from 'pg';

/** A statement that was sent to the database, and how many rows came back or were touched once it is done. */
interface Sent {
  readonly text: string;
  readonly rows: Promise<number | null>;
}

let heard: Sent[] | null = null;
let isListening = false;

type Query = (this: pg.Client, ...given: unknown[]) => unknown;
type Result = { readonly rowCount?: number | null } | undefined;

function listen(): void {
  if (isListening) return;
  isListening = true;
  const prototype = pg.Client.prototype as unknown as { query: Query }; // the one method, whatever its overloads
  const query = prototype.query;
  prototype.query = function (...given) {
    const [first] = given;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? ''); // pg's query config
    let resolve: (rows: number | null) => void = () => undefined;
    const rows = new Promise<number | null>(done => {
      resolve = done;
    });
    heard?.push({ text, rows });
    const tell = (result: Result) => resolve(result?.rowCount ?? null);
    const last = given.at(-1);
    if (typeof last === 'function') {
      given[given.length - 1] = (error: unknown, result: Result) => {
        tell(result);
        last(error, result);
      };
      return query.apply(this, given);
    }
    const answer = query.apply(this, given);
    if (answer instanceof Promise) answer.then(tell, () => resolve(null));
    else resolve(null);
    return answer;
  };
}

/** Tables whose statements are not told: these are kept by the clock, whoever asks and whatever a review holds. */
const BY_THE_CLOCK = /\bsessions?\b|rate_limits/i;

/**
 * Tables whose rows are not counted, though their statements are: a settled conflict is one more row of some bytes, found
 * by its key in the same statement, and the trail grows with every deed of everybody in the team.
 */
const UNCOUNTED = /\badjudications\b|\baudit_events\b/;

/**
 * What was asked of the database during some work, and how many rows each statement gave, in alphabetical order as several
 * may run at once. This is what an answer costs, and unlike milliseconds it is the same on every machine.
 */
export async function statementsOf<T>(work: () => PromiseLike<T>): Promise<readonly [T, readonly string[]]> {
  listen();
  const sent: Sent[] = [];
  heard = sent;
  const result = await work();
  // A refusal doesn't wait for what was asked beside it.
  for (let done = 0; done < sent.length; done++) await sent[done]?.rows;
  heard = null;
  const told = sent.filter(({ text }) => !BY_THE_CLOCK.test(text)).map(tellStatement);
  return [result, (await Promise.all(told)).toSorted()];
}

async function tellStatement({ text, rows }: Sent): Promise<string> {
  return `${text.replace(/\s+/g, ' ')} → ${UNCOUNTED.test(text) ? 'so many' : ((await rows) ?? 'no')} rows`;
}
