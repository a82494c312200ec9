import pino, { type DestinationStream, type Logger } from 'pino';
import { errorFacts } from '#gateways/errorFacts';

/** One JSON line for a program to read, coloured words in a terminal. Secrets that slip into a line are struck out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const redact = {
    paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.email'],
    remove: true,
  };
  const options = { level, redact, serializers: { err: errorFacts } };
  if (destination) return pino(options, destination);
  if (process.stdout.isTTY) {
    return pino({
      ...options,
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
    });
  }
  return pino(options);
}
