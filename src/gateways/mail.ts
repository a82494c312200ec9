import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same letter sent again has the same Message-ID, so that it can be told for the same. */
  readonly id?: string;
  /** An address that stops such letters by one POST (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

/**
 * What came of a letter. SMTP has no way to ask later: a connection that breaks after the text began to flow and before the
 * server answered leaves it `unknown` whether the server took it (RFC 5321 §4.5.3.2.6, RFC 1047).
 */
type Delivery = 'taken' | 'refused' | 'unknown';

/**
 * Sends by SMTP where an address is configured, and says what came of it. A letter that can't be delivered undoes no deed: the
 * page shows the link instead. Neither address nor text goes into the log.
 */
export function createMail(
  settings: { url: string; from: string } | undefined,
  log: (facts: { code: string }) => void = () => undefined,
) {
  return {
    isConfigured: settings !== undefined,
    send: async ({ id, unsubscribeUrl, ...letter }: Letter): Promise<Delivery> => {
      if (!settings) return 'refused';
      let hasBegun = false;
      const transport = createTransport(settings.url);
      // Nodemailer asks for the text once it is connected and signed in: before that nothing can have left.
      transport.use('stream', (mail, done) => {
        mail.message.transform(() => {
          hasBegun = true;
          return new PassThrough();
        });
        done();
      });
      try {
        await transport.sendMail({
          from: settings.from,
          ...letter,
          ...(id && { messageId: `<${id}@pooled>` }),
          ...(unsubscribeUrl && {
            headers: {
              'List-Unsubscribe': `<${unsubscribeUrl}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            },
          }),
        });
        return 'taken';
      } catch (error) {
        log({ code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' });
        return hasBegun && !isAnswer(error) ? 'unknown' : 'refused';
      }
    },
  };
}

/** Whether the server itself said no. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number';
}
