import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled synthesise: not yet',
  run: async (_args, io) => {
    io.say('pooled synthesise: not yet');
    return 2;
  },
};
