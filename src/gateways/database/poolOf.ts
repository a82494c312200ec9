import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The pool of connections under a data source, for libraries that speak to pg themselves. */
export function poolOf(database: DataSource): Pool {
  // TypeORM's PostgreSQL driver keeps its pool under this name; its own type is not exported.
  return (database.driver as unknown as { master: Pool }).master;
}
