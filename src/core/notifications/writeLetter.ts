import { NOTIFICATION_TOPICS, type NotificationTopic } from '#core/notifications/kinds';

/** A notification as a letter tells it. */
export interface Told {
  readonly topic: NotificationTopic;
  readonly title: string;
  readonly line: string;
  /** A path of this installation. */
  readonly link: string;
}

export interface LetterFrame {
  readonly name: string;
  readonly publicUrl: string;
  /** A path that ends all letters to this person with one click, without signing in. */
  readonly unsubscribePath: string;
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const HEADS: Readonly<Record<NotificationTopic, string>> = {
  work: 'Reviews and projects',
  openings: 'Openings and offers',
  mentoring: 'Mentoring',
  credit: 'Credit',
  messages: 'Messages',
  house: 'This installation',
};

/** One letter of one or many notifications, as text and as HTML. What people wrote is escaped in the HTML. */
export function writeLetter(told: readonly Told[], frame: LetterFrame): WrittenLetter {
  const [only] = told;
  const subject = told.length === 1 && only ? only.title : `${told.length} notifications from Pooled`;
  const groups = NOTIFICATION_TOPICS.flatMap(topic => {
    const mine = told.filter(one => one.topic === topic);
    return mine.length === 0 ? [] : [{ head: HEADS[topic], mine }];
  });
  const settings = `${frame.publicUrl}/notifications/settings`;
  const unsubscribe = frame.publicUrl + frame.unsubscribePath;
  return {
    subject: oneLine(subject),
    text: [
      `Dear ${frame.name},`,
      '',
      ...groups.flatMap(({ head, mine }) => [
        ...(groups.length > 1 ? [head.toUpperCase(), ''] : []),
        ...mine.flatMap(one => [one.title, ...(one.line === '' ? [] : [one.line]), frame.publicUrl + one.link, '']),
      ]),
      '--',
      `Choose what reaches you, and when: ${settings}`,
      `Stop these e-mails: ${unsubscribe}`,
      '',
    ].join('\n'),
    html: htmlOf(groups, frame, { settings, unsubscribe }),
  };
}

function htmlOf(
  groups: readonly { readonly head: string; readonly mine: readonly Told[] }[],
  frame: LetterFrame,
  links: { readonly settings: string; readonly unsubscribe: string },
): string {
  const link = (to: string, words: string) =>
    `<a href="${escaped(to)}" style="color:#2b44a2;text-decoration:none;font-weight:600">${escaped(words)}</a>`;
  const body = groups
    .map(({ head, mine }) => {
      const items = mine
        .map(
          one =>
            `<p style="margin:0 0 14px">${link(frame.publicUrl + one.link, one.title)}${
              one.line === '' ? '' : `<br><span style="color:#66635d">${escaped(one.line)}</span>`
            }</p>`,
        )
        .join('');
      const title = groups.length > 1 ? `<h2 style="font-size:15px;margin:24px 0 8px">${escaped(head)}</h2>` : '';
      return title + items;
    })
    .join('');
  return `<!doctype html><html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#1d1a15;font:15px/22px Arial,Helvetica,sans-serif"><div style="max-width:560px">
<p style="margin:0 0 16px">Dear ${escaped(frame.name)},</p>
${body}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #dddad6;color:#66635d;font-size:13px"><a href="${escaped(links.settings)}" style="color:#66635d">Choose what reaches you, and when</a> · <a href="${escaped(links.unsubscribe)}" style="color:#66635d">Stop these e-mails</a></p>
</div></body></html>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign);
}

/** A subject is one line: nobody writes further lines into a letter's head. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 180);
}
