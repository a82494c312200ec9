import { createTransport } from 'nodemailer';

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends by SMTP where an address is configured. Without one nothing is sent: the page shows the link instead. */
export function createMail(settings: { url: string; from: string } | undefined) {
  const transport = settings ? createTransport(settings.url) : null;
  return {
    isConfigured: transport !== null,
    send: async (letter: Letter): Promise<void> => {
      if (transport && settings) await transport.sendMail({ from: settings.from, ...letter });
    },
  };
}
