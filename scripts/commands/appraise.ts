import type { Command } from '#scripts/command';

export const command: Command = {
  summary: 'not yet',
  help: 'pooled appraise: not yet',
  run: async (_args, io) => {
    io.say('pooled appraise: not yet');
    return 2;
  },
};
