import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The table of who may enter where, as data. */
const ROOMS: Readonly<
  Record<string, { folder: string; enters: readonly string[]; packages: RegExp; isPure: boolean }>
> = {
  core: {
    folder: 'src/core',
    enters: ['core'],
    packages: /^(jstat|ml-matrix|fuse\.js|saxes|@stdlib\/.+)$/,
    isPure: true,
  },
  contract: { folder: 'src/contract', enters: ['contract', 'core'], packages: /^zod$/, isPure: true },
  policies: { folder: 'src/policies', enters: ['policies', 'core'], packages: /^$/, isPure: true },
  entities: { folder: 'entities', enters: ['entities', 'core'], packages: /^typeorm$/, isPure: false },
  services: {
    folder: 'src/services',
    enters: ['services', 'policies', 'entities', 'core'],
    packages: /^typeorm$/,
    isPure: true,
  },
  gateways: { folder: 'src/gateways', enters: ['gateways', 'entities', 'core'], packages: /./, isPure: false },
  http: {
    folder: 'src/http',
    enters: ['http', 'services', 'policies', 'contract', 'core'],
    packages: /./,
    isPure: false,
  },
  jobs: {
    folder: 'src/jobs',
    enters: ['jobs', 'services', 'entities', 'core'],
    packages: /^(graphile-worker|pg|pino|node:events)$/,
    isPure: false,
  },
  web: { folder: 'src/web', enters: ['web', 'contract', 'core'], packages: /./, isPure: false },
};

/** Packages that one file alone may import. */
const DOORS: Readonly<Record<string, string>> = {
  jstat: 'src/core/numeric/distributions.ts',
  'ml-matrix': 'src/core/numeric/matrices.ts',
  'fuse.js': 'src/core/matching/findNames.ts',
};

const FORBIDDEN_WHERE_PURE = [/\bDate\.now\b/, /\bnew Date\(\)/, /\bMath\.random\b/, /\bfrom 'node:/];

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(name) && name !== 'vite.config.ts' ? [path] : [];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function importsOf(path: string): string[] {
  const text = withoutComments(readFileSync(path, 'utf8'));
  const statements = text.matchAll(
    /^\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(match => match[1] ?? match[2] ?? match[3] ?? '');
}

describe('the house', () => {
  for (const [name, room] of Object.entries(ROOMS)) {
    it(`${name} enters only ${room.enters.join(', ')}`, () => {
      const strays = filesIn(room.folder).flatMap(path =>
        importsOf(path)
          .filter(target => {
            if (target.startsWith('#')) return !room.enters.includes(target.slice(1).split('/')[0] ?? '');
            if (target.startsWith('.')) return name !== 'web';
            return !room.packages.test(target);
          })
          .map(target => `${path} imports ${target}`),
      );
      expect(strays).toEqual([]);
    });

    if (room.isPure) {
      it(`${name} knows no clock, no luck and no Node`, () => {
        const strays = filesIn(room.folder).filter(path =>
          FORBIDDEN_WHERE_PURE.some(pattern => pattern.test(withoutComments(readFileSync(path, 'utf8')))),
        );
        expect(strays).toEqual([]);
      });
    }
  }

  it('lets each package with one door in by that door alone', () => {
    const everyFile = Object.values(ROOMS).flatMap(room => filesIn(room.folder));
    for (const [name, door] of Object.entries(DOORS)) {
      const users = everyFile.filter(path => importsOf(path).includes(name)).map(path => relative('.', path));
      expect(users.filter(path => path !== door)).toEqual([]);
    }
  });

  it('writes in services only inside a deed, but for a job’s progress, the seals and orders learned', () => {
    const without = [
      'src/services/jobs/jobRun.ts',
      'src/services/audit/sealEvents.ts',
      // Progress of archives and other large files that somebody has asked for.
      'src/services/madeFiles/makeFile.ts',
      'src/services/people/gatherAccount.ts',
      'src/services/reporting/runPreparedExport.ts',
      'src/services/reporting/importReview.ts',
      // Nobody's deed: it follows from decisions, which are.
      'src/services/screening/takeTurns.ts',
    ];
    const writers = filesIn('src/services')
      .filter(path => !without.includes(path))
      .filter(path => /\bctx\.db\s*\.(insert|update|delete|save|remove|upsert)\b/.test(readFileSync(path, 'utf8')));
    expect(writers).toEqual([]);
  });

  it('calls the server from the page by one door', () => {
    const callers = filesIn('src/web').filter(path => /(await|return|=)\s+fetch\(/.test(readFileSync(path, 'utf8')));
    expect(callers).toEqual(['src/web/call.ts']);
  });

  it('shows at its top only what belongs there', () => {
    const allowed = new Set([
      ...['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json', 'package-lock.json', 'tsconfig.json', 'Dockerfile'],
      ...['entities', 'src', 'scripts', 'tests', 'node_modules', 'dist', 'data'],
    ]);
    expect(readdirSync('.').filter(name => !name.startsWith('.') && !allowed.has(name))).toEqual([]);
  });
});
