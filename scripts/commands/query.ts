import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled query: not yet',
  run: async (_args, io) => {
    io.say('pooled query: not yet');
    return 2;
  },
};
