import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled duplicates: not yet',
  run: async (_args, io) => {
    io.say('pooled duplicates: not yet');
    return 2;
  },
};
