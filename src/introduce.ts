import { join } from 'node:path';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '#config';
import { createFolderFiles } from '#gateways/files/folderFiles';
import { createMail } from '#gateways/mail';
import { passwords } from '#gateways/passwords';
import { secrets } from '#gateways/secrets';
import type { Context } from '#services/context';

/** Introduces the gateways to the services: gives a function that makes a fresh context. */
export function introduce(config: Config, database: DataSource, log: Logger): () => Context {
  const mail = createMail(config.mail);
  const files = createFolderFiles(join(config.dataFolder, 'files'));
  return () => ({
    db: database.manager,
    now: () => new Date(),
    ...secrets,
    passwords,
    mail,
    files,
    pubmed: {
      count: async () => ({ count: 0, queryTranslation: '', warnings: [] }),
      searchIds: async () => [],
      fetchXml: async function* () {},
    },
    log: {
      info: (facts, sentence) => log.info(facts, sentence),
      warn: (facts, sentence) => log.warn(facts, sentence),
      error: (facts, sentence) => log.error(facts, sentence),
    },
    publicUrl: config.publicUrl,
  });
}
