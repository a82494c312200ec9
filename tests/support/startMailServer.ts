import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they came over the wire. */
  readonly raw: string;
  /** The body, with quoted-printable undone. */
  readonly text: string;
}

/** As much of SMTP as a letter needs, on a free port; every letter is kept. */
export async function startMailServer(): Promise<{
  url: string;
  letters: ReceivedLetter[];
  close(): Promise<void>;
}> {
  const letters: ReceivedLetter[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let waiting = '';
    let isData = false;
    let from = '';
    let to: string[] = [];
    socket.write('220 mail.test ESMTP\r\n');
    socket.on('data', bytes => {
      waiting += bytes.toString('utf8');
      for (;;) {
        const end = waiting.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = waiting.slice(0, end);
        waiting = waiting.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          letters.push({ from, to, raw: part, text: bodyOf(part) });
          to = [];
          socket.write('250 taken\r\n');
        } else if (/^EHLO|^HELO/i.test(part)) socket.write('250 mail.test\r\n');
        else if (/^MAIL FROM:/i.test(part)) {
          from = addressIn(part);
          socket.write('250 fine\r\n');
        } else if (/^RCPT TO:/i.test(part)) {
          to.push(addressIn(part));
          socket.write('250 fine\r\n');
        } else if (/^DATA/i.test(part)) {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(part)) socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      }
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has a port
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

function bodyOf(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
