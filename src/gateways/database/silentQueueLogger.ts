import { Logger } from 'graphile-worker';

/** The queue's own chatter; what matters of a job is logged by the job itself. */
export const silentQueueLogger = new Logger(() => () => undefined);
