import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled journals: not yet',
  run: async (_args, io) => {
    io.say('pooled journals: not yet');
    return 2;
  },
};
