import { Problem } from '#core/problem';
import { readAgreement } from '#services/agreements/agreements';
import type { Actor, Context } from '#services/context';

const EARNS = { author: 'author', acknowledgement: 'acknowledgement', 'nothing-yet': 'nothing yet' } as const;

/** A version with its signatures as plain text: for the drawer, and for whoever settles a dispute. */
export async function exportAgreement(ctx: Context, actor: Actor, input: { projectId: string; version: number }) {
  const { projectTitle, agreement } = await readAgreement(ctx, actor, input.projectId, input.version);
  if (!agreement) throw new Problem('not-found', 'There is no agreement yet.');
  const lines = agreement.lines.flatMap(line => [
    `${line.name}${line.roles.length > 0 ? ` (${line.roles.join(', ')})` : ''}`,
    `  does: ${line.does}`,
    `  by: ${line.byOn ?? 'no date'}`,
    `  earns, if done: ${EARNS[line.earns]}; ${line.points.length} of the 4 ICMJE points planned`,
    `  signed: ${line.signedAt ? line.signedAt.toISOString() : 'not yet'}`,
    '',
  ]);
  const text = [
    `Authorship agreement, version ${agreement.version}`,
    projectTitle,
    `Written by ${agreement.draftedBy}, ${agreement.draftedAt.toISOString()}`,
    '',
    ...lines,
    'Order of names',
    agreement.orderRule || 'not agreed',
    '',
    'If something changes',
    agreement.ifChanges || 'not agreed',
    '',
    'It costs nothing: a fee would void this agreement.',
    `SHA-256 of what is signed: ${agreement.fingerprint}`,
    '',
  ].join('\n');
  return {
    fileName: `authorship-agreement-version-${agreement.version}.txt`,
    contentType: 'text/plain; charset=utf-8',
    content: text,
  };
}
