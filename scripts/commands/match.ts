import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled match: not yet',
  run: async (_args, io) => {
    io.say('pooled match: not yet');
    return 2;
  },
};
