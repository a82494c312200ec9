import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ENTITIES } from '#entities/all';
import { MIGRATIONS } from '#entities/migrations/all';
import { SnakeNames } from '#gateways/database/SnakeNames';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections that this process may hold at once. */
  readonly poolSize: number;
  readonly applicationName: string;
}

/** A data source that is not connected yet. Nothing in it needs a session of its own, so PgBouncer may pool transactions. */
export function describeDatabase(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    entities: [...ENTITIES],
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNames(),
    synchronize: false,
    logging: false,
    poolSize: options.poolSize,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  });
}

export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  return describeDatabase(options).initialize();
}
