#!/usr/bin/env node
import { once } from 'node:events';
import { Problem } from '#core/problem';
import type { Command, CommandIo } from '#scripts/command';

/** Each subcommand lives in a file of its own and is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  records: () => import('#scripts/commands/records'),
  duplicates: () => import('#scripts/commands/duplicates'),
  rank: () => import('#scripts/commands/rank'),
  synthesise: () => import('#scripts/commands/synthesise'),
  reference: () => import('#scripts/commands/reference'),
  match: () => import('#scripts/commands/match'),
  allocate: () => import('#scripts/commands/allocate'),
  journals: () => import('#scripts/commands/journals'),
  appraise: () => import('#scripts/commands/appraise'),
  query: () => import('#scripts/commands/query'),
  mesh: () => import('#scripts/commands/mesh'),
  plot: () => import('#scripts/commands/plot'),
  audit: () => import('#scripts/commands/audit'),
  backup: () => import('#scripts/commands/backup'),
  restore: () => import('#scripts/commands/restore'),
  'import-review': () => import('#scripts/commands/importReview'),
  'export-review': () => import('#scripts/commands/exportReview'),
};

const io: CommandIo = {
  stdin: process.stdin,
  print: async text => {
    if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
  },
  say: text => process.stderr.write(`${text}\n`),
};

async function main(argv: readonly string[]): Promise<number> {
  const [name = '--help', ...args] = argv;
  if (name === '--help' || name === '-h') {
    io.say('pooled <command> …  (each with --help)');
    for (const [known, load] of Object.entries(COMMANDS)) {
      io.say(`  ${known.padEnd(14)} ${(await load()).command.summary}`);
    }
    return 0;
  }
  const load = COMMANDS[name];
  if (!load) {
    io.say(`pooled: there is no command "${name}". pooled --help lists them.`);
    return 2;
  }
  const { command } = await load();
  if (args.includes('--help')) {
    io.say(command.help);
    return 0;
  }
  if (args.includes('--schema') && command.schema) {
    await io.print(JSON.stringify(command.schema(), null, 2));
    return 0;
  }
  return command.run(args, io);
}

// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  io.say(`pooled: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  if (!(error instanceof Problem) && process.env.POOLED_DEBUG) throw error;
  process.exitCode = 2;
}
