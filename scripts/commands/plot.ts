import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled plot: not yet',
  run: async (_args, io) => {
    io.say('pooled plot: not yet');
    return 2;
  },
};
