import pino, { type Logger } from 'pino';

/** One JSON line for a program to read, coloured words in a terminal. Secrets that slip into a line are struck out. */
export function createLog(level: string): Logger {
  const redact = {
    paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.email'],
    remove: true,
  };
  if (process.stdout.isTTY) {
    return pino({
      level,
      redact,
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
    });
  }
  return pino({ level, redact });
}
