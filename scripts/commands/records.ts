import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled records: not yet',
  run: async (_args, io) => {
    io.say('pooled records: not yet');
    return 2;
  },
};
