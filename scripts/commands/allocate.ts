import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled allocate: not yet',
  run: async (_args, io) => {
    io.say('pooled allocate: not yet');
    return 2;
  },
};
