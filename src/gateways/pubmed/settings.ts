import type { Limiter } from '#gateways/pubmed/limiter';

export interface PubmedSettings {
  /** Up to and without the name of the utility; NCBI's own when left out. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Who to write to when our requests make trouble; PubMed asks for both on every call. */
  readonly email: string;
  readonly tool: string;
  readonly limiter: Limiter;
  /** The most ids that one search gives; 9,999 at PubMed. */
  readonly cap?: number | undefined;
  /** Records in one fetch. */
  readonly batchSize?: number | undefined;
  /** How often one request is tried. */
  readonly tries?: number | undefined;
  readonly timeoutMs?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined;
  /** Uniform in [0, 1), for the jitter of waits. */
  readonly random?: (() => number) | undefined;
  readonly today?: (() => Date) | undefined;
  /** Told of each try that failed; never of keys or addresses. */
  readonly log?:
    | ((facts: {
        readonly utility: string;
        readonly attempt: number;
        readonly waitMs: number;
        readonly reason: string;
      }) => void)
    | undefined;
}

export const NCBI = 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/';
export const PUBMED_CAP = 9999;
