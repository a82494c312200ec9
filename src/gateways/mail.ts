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
 * Sends by SMTP where an address is configured, and says whether the server took the letter. A letter that can't be
 * delivered undoes no deed: the page shows the link instead. Neither address nor text goes into the log.
 */
export function createMail(
  settings: { url: string; from: string } | undefined,
  log: (facts: { code: string }) => void = () => undefined,
) {
  const transport = settings ? createTransport(settings.url) : null;
  return {
    isConfigured: transport !== null,
    send: async ({ id, unsubscribeUrl, ...letter }: Letter): Promise<boolean> => {
      if (!transport || !settings) return false;
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
        return true;
      } catch (error) {
        log({ code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' });
        return false;
      }
    },
  };
}
