import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled reference: not yet',
  run: async (_args, io) => {
    io.say('pooled reference: not yet');
    return 2;
  },
};
