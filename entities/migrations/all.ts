import { FirstTables1763956800000 } from '#entities/migrations/FirstTables1763956800000';

/** The history of the tables, oldest first. A migration is never edited after it has landed. */
export const MIGRATIONS = [FirstTables1763956800000] as const;
