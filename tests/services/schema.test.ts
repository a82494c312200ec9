import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

/**
 * Tables that every node of a cluster would hold whole (reference tables): accounts, projects and settings grow with
 * people, not with records. All others belong to a review and are distributed by it.
 */
const REFERENCE_TABLES = [
  ...[
    'account_exports',
    'agreement_wishes',
    'applications',
    'authorship_agreements',
    'authorship_signatures',
    'claimed_publications',
    'cohort_openings',
    'communities',
    'community_events',
    'community_invitations',
    'community_members',
    'community_pairs',
    'event_answers',
    'cohorts',
    'conversations',
    'eutils_slots',
    'check_in_notes',
    'check_ins',
    'goals',
    'invitations',
    'letters',
    'mentor_seats',
    'mentoring_promises',
    'mentorships',
    'memberships',
    'mesh_headings',
    'message_blocks',
    'message_reports',
    'message_stops',
    'mesh_terms',
    'migrations',
    'notification_settings',
    'notifications',
    'offers',
    'opening_alerts',
    'openings',
  ],
  ...[
    'password_resets',
    'persons',
    'post_reports',
    'practice_attempts',
    'practice_decisions',
    'practice_records',
    'practice_sets',
    'private_messages',
    'preferences',
    'profiles',
    'projects',
    'rank_lists',
    'rate_limits',
    'reviews',
    'sessions',
    'settings',
    'site_events',
  ],
];

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'f';
  readonly target: string | null;
  readonly columns: string[];
  readonly target_columns: string[] | null;
}

describe('the migrated schema', () => {
  let world: World;
  let tables: string[];
  let constraints: Constraint[];

  beforeAll(async () => {
    world = await createWorld();
    const rows: { tablename: string }[] = await world.database.query(
      "select tablename from pg_tables where schemaname = 'public' order by tablename",
    );
    tables = rows.map(row => row.tablename);
    constraints = await world.database.query(
      `select t.relname as table, c.conname as name, c.contype as kind, f.relname as target,
         (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) as columns,
         (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.confrelid and a.attnum = any(c.confkey)) as target_columns
       from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
       left join pg_class f on f.oid = c.confrelid where n.nspname = 'public' and c.contype in ('p', 'u', 'f')`,
    );
  });
  afterAll(() => world.close());

  it('is what the entities say', async () => {
    const { upQueries } = await world.database.driver.createSchemaBuilder().log();
    expect(upQueries.map(query => query.query)).toEqual([]);
  });

  it('lets a column hold exactly the words that its entity says', async () => {
    const rows: { name: string; definition: string }[] = await world.database.query(
      "select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c'",
    );
    const wordsIn = (text: string) => [...text.matchAll(/'([^']+)'/g)].map(match => match[1]).sort();
    const checks = world.database.entityMetadatas.flatMap(entity => entity.checks);
    expect(checks.length).toBeGreaterThan(20);
    for (const check of checks) {
      const found = rows.find(row => row.name === check.name);
      expect(wordsIn(found?.definition ?? ''), check.name).toEqual(wordsIn(check.expression ?? ''));
    }
  });

  it('lists every table that is small enough to be a reference table', () => {
    expect(tables.filter(table => REFERENCE_TABLES.includes(table))).toEqual([...REFERENCE_TABLES].sort());
  });

  it('can be distributed by review: review_id is in every key of every table of a review', () => {
    const distributed = tables.filter(table => !REFERENCE_TABLES.includes(table));
    expect(distributed.length).toBeGreaterThan(20);
    for (const table of distributed) {
      const keys = constraints.filter(one => one.table === table && one.kind !== 'f');
      expect(
        keys.some(key => key.kind === 'p'),
        `${table} has a primary key`,
      ).toBe(true);
      for (const key of keys) expect(key.columns, `${table}.${key.name}`).toContain('review_id');
    }
  });

  it('points from a table of a review to another one with review_id on both sides', () => {
    const foreign = constraints.filter(
      one =>
        one.kind === 'f' && !REFERENCE_TABLES.includes(one.table) && !REFERENCE_TABLES.includes(String(one.target)),
    );
    expect(foreign.length).toBeGreaterThan(10);
    for (const key of foreign) {
      expect(key.columns, key.name).toContain('review_id');
      expect(key.target_columns, key.name).toContain('review_id');
    }
  });

  it('has unique indexes with review_id where it has them beside the constraints', async () => {
    const rows: { tablename: string; indexdef: string }[] = await world.database.query(
      "select tablename, indexdef from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE INDEX%'",
    );
    for (const { tablename, indexdef } of rows) {
      if (!REFERENCE_TABLES.includes(tablename)) expect(indexdef).toContain('review_id');
    }
  });
});
