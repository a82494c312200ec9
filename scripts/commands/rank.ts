import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled rank: not yet',
  run: async (_args, io) => {
    io.say('pooled rank: not yet');
    return 2;
  },
};
