import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '#config';
import { calendarFile } from '#gateways/calendarFile';
import { copyRows } from '#gateways/database/copyRows';
import { openFiles } from '#gateways/files/openFiles';
import { createMail } from '#gateways/mail';
import { passwords } from '#gateways/passwords';
import { createPubmed } from '#gateways/pubmed';
import { createDatabaseLimiter } from '#gateways/pubmed/databaseLimiter';
import type { FoundSlice } from '#gateways/pubmed/slices';
import { secrets } from '#gateways/secrets';
import { writeTableDocument } from '#gateways/tableDocument';
import { createThinking } from '#gateways/thinking/createThinking';
import { packZip } from '#gateways/zip';
import type { Context } from '#services/context';

/** Introduces the gateways to the services: gives a function that makes a fresh context. */
export function introduce(config: Config, database: DataSource, log: Logger): () => Context {
  const mail = createMail(config.mail, facts => log.warn(facts, 'A letter could not be delivered'));
  const files = openFiles(config);
  const think = createThinking();
  const pubmed = introducePubmed(config, database, log);
  return () => ({
    db: database.manager,
    copyRows,
    now: () => new Date(),
    ...secrets,
    passwords,
    mail,
    files,
    zip: { pack: packZip },
    calendarFile,
    documents: { table: writeTableDocument },
    pubmed,
    think,
    log: {
      info: (facts, sentence) => log.info(facts, sentence),
      warn: (facts, sentence) => log.warn(facts, sentence),
      error: (facts, sentence) => log.error(facts, sentence),
    },
    aside: work => {
      void work().catch(error => log.error({ err: error }, 'Work aside failed'));
    },
    publicUrl: config.publicUrl,
  });
}

const REQUESTS_PER_SECOND = { withKey: 10, withoutKey: 3 };

/** PubMed's client, with the limiter that all processes of the installation share. */
function introducePubmed(config: Config, database: DataSource, log: Logger): Context['pubmed'] {
  const { baseUrl, apiKey, email } = config.pubmed;
  const perSecond = apiKey ? REQUESTS_PER_SECOND.withKey : REQUESTS_PER_SECOND.withoutKey;
  const client = createPubmed({
    baseUrl,
    apiKey,
    email: email ?? 'pooled@localhost',
    tool: 'pooled',
    limiter: createDatabaseLimiter((sql, parameters) => database.query(sql, parameters), perSecond),
    log: facts => log.warn(facts, 'PubMed is asked again'),
  });
  return {
    count: async query => {
      const { count, queryTranslation, warnings } = await client.count(query);
      return { count, queryTranslation, warnings: warnings.map(warning => warning.message) };
    },
    searchIds: async (query, onSlice) => {
      const tell = ({ days, ids }: FoundSlice) =>
        onSlice?.({ from: days?.from ?? null, to: days?.to ?? null, pmids: ids });
      return (await client.searchIds(query, { onSlice: tell })).pmids;
    },
    fetchXml: async function* (pmids) {
      for await (const { xml, requested } of client.fetchXml(pmids)) yield { xml, asked: requested.length };
    },
  };
}
