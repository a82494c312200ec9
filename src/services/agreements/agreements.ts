import { Problem } from '#core/problem';
import { type AgreementText, agreementChanges, agreementText, whyNotEarn } from '#core/projects/agreement';
import { AuthorshipAgreement } from '#entities/AuthorshipAgreement';
import { AuthorshipSignature } from '#entities/AuthorshipSignature';
import { Person } from '#entities/Person';
import { whyNotAskForChange, whyNotSign } from '#policies/agreements';
import { whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import { readWishes } from '#services/agreements/askForChange';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { nameOf } from '#services/notifications/people';
import { refuseMoney } from '#services/openings/refuseMoney';
import { perform } from '#services/perform';
import { listMembers, namesOf } from '#services/projects/readProjects';
import { requireProject, standInProject } from '#services/standing';

const FORMER = 'former member';

/** A project's agreement in one version, with who has signed it and what changed since the one before. */
export async function readAgreement(ctx: Context, actor: Actor, projectId: string, wanted?: number) {
  const standing = await standInProject(ctx, actor, projectId);
  const project = await requireProject(ctx, projectId);
  const versions = await ctx.db.find(AuthorshipAgreement, { where: { projectId }, order: { version: 'ASC' } });
  const signatures = await ctx.db.findBy(AuthorshipSignature, { projectId });
  const members = await listMembers(ctx, projectId);
  const newest = versions.at(-1);
  const chosen = wanted === undefined ? newest : versions.find(one => one.version === wanted);
  if (wanted !== undefined && !chosen) throw new Problem('not-found', `There is no version ${wanted}.`);
  const signedBy = (version: number) => signatures.filter(one => one.version === version);
  const me = await ctx.db.findOneByOrFail(Person, { personId: actor.personId });
  return {
    projectTitle: project.title,
    versions: versions.map(one => ({
      ...{ version: one.version, draftedAt: one.draftedAt, of: one.lines.length },
      signed: signedBy(one.version).length,
    })),
    agreement: chosen
      ? {
          ...(await present(ctx, actor, chosen, versions, signedBy(chosen.version), members)),
          wishes: await readWishes(ctx, actor, projectId, chosen.version),
        }
      : null,
    members: members.map(({ personId, name }) => ({ personId, name })),
    may: {
      draft: whyNotLead(standing),
      sign: chosen
        ? whyNotSign({
            isNamed: chosen.lines.some(line => line.personId === actor.personId),
            isNewest: chosen === newest,
            hasSigned: signedBy(chosen.version).some(one => one.personId === actor.personId),
            hasPassword: me.passwordHash !== null,
          })
        : 'There is no agreement yet.',
      askForChange: chosen
        ? whyNotAskForChange({
            isNamed: chosen.lines.some(line => line.personId === actor.personId),
            isNewest: chosen === newest,
            hasSigned: signedBy(chosen.version).some(one => one.personId === actor.personId),
          })
        : 'There is no agreement yet.',
    },
  };
}

async function present(
  ctx: Context,
  actor: Actor,
  chosen: AuthorshipAgreement,
  versions: readonly AuthorshipAgreement[],
  signatures: readonly AuthorshipSignature[],
  members: readonly { readonly personId: string; readonly roles: readonly string[] }[],
) {
  const before = versions.find(one => one.version === chosen.version - 1);
  const changes = before ? agreementChanges(before, chosen) : [];
  const people = [...chosen.lines, ...changes].flatMap(one => one.personId ?? []);
  const names = await namesOf(ctx, [...people, chosen.draftedBy]);
  return {
    version: chosen.version,
    isNewest: chosen === versions.at(-1),
    fingerprint: chosen.fingerprint,
    draftedBy: names.get(chosen.draftedBy) ?? FORMER,
    draftedAt: chosen.draftedAt,
    orderRule: chosen.orderRule,
    ifChanges: chosen.ifChanges,
    lines: chosen.lines.map(line => ({
      ...line,
      name: names.get(line.personId) ?? FORMER,
      roles: [...(members.find(member => member.personId === line.personId)?.roles ?? [])],
      signedAt: signatures.find(one => one.personId === line.personId)?.signedAt ?? null,
      isMine: line.personId === actor.personId,
    })),
    changes: changes.map(({ personId, sentence }) => ({
      name: personId === null ? null : (names.get(personId) ?? FORMER),
      sentence,
    })),
  };
}

/** Writes a new version. It names members alone, promises nobody what no journal gives, and costs nothing. */
export async function draftAgreement(
  ctx: Context,
  actor: Actor,
  projectId: string,
  input: AgreementText & { readonly basedOn: number },
): Promise<{ version: number }> {
  insist(whyNotLead(await standInProject(ctx, actor, projectId)));
  const { basedOn, lines, orderRule, ifChanges } = input;
  const members = new Set((await listMembers(ctx, projectId)).map(member => member.personId));
  refuseLines(lines, members);
  refuseMoney({
    ...Object.fromEntries(lines.map((line, place) => [`lines/${place}/does`, line.does])),
    ...{ orderRule, ifChanges },
  });
  return perform(ctx, actor, 'draft-agreement', async tx => {
    await tx.db.query('select 1 from projects where project_id = $1 for update', [projectId]);
    const newest = (await tx.db.countBy(AuthorshipAgreement, { projectId })) || 0;
    if (newest !== basedOn)
      throw new Problem('conflict', 'Somebody else wrote a version meanwhile. Read it, and write yours from there.');
    const text = { lines: lines.map(line => ({ ...line, points: [...line.points] })), orderRule, ifChanges };
    const version = newest + 1;
    await tx.db.insert(AuthorshipAgreement, {
      ...{ projectId, version, ...text, draftedBy: actor.personId, draftedAt: tx.now() },
      fingerprint: tx.sha256(agreementText(text)),
    });
    tx.witness({ subjectKind: 'agreement', subjectId: projectId, facts: { version } });
    const named = lines.map(line => line.personId).filter(personId => personId !== actor.personId);
    await notify(tx, named, {
      ...{ kind: 'agreement-to-sign', about: `${projectId}:${version}`, link: `/projects/${projectId}/agreement` },
      title: `Read and sign the agreement: ${(await requireProject(tx, projectId)).title}`,
      line: `Version ${version} says what you do and what it earns.`,
    });
    return { version };
  });
}

function refuseLines(lines: AgreementText['lines'], members: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const fields = lines.flatMap((line, place) => {
    const at = (field: string, detail: string) => [{ pointer: `/body/lines/${place}/${field}`, detail }];
    if (!members.has(line.personId)) return at('personId', 'Only members of the project can be named.');
    if (seen.has(line.personId)) return at('personId', 'This person is named twice. Put it into one line.');
    seen.add(line.personId);
    const why = whyNotEarn(line);
    return why === null ? [] : at('earns', why);
  });
  const [first] = fields;
  if (first) throw new Problem('invalid', first.detail, {}, fields);
}

/** Signs the newest version with one's password. The second click finds it signed. */
export async function signAgreement(
  ctx: Context,
  actor: Actor,
  input: {
    readonly projectId: string;
    readonly version: number;
    readonly password: string;
    readonly fingerprint: string;
  },
): Promise<void> {
  const { projectId, version } = input;
  await standInProject(ctx, actor, projectId);
  const person = await ctx.db.findOneByOrFail(Person, { personId: actor.personId });
  const isRight = person.passwordHash !== null && (await ctx.passwords.verify(person.passwordHash, input.password));
  await perform(ctx, actor, 'sign-agreement', async tx => {
    await tx.db.query('select 1 from projects where project_id = $1 for update', [projectId]);
    const agreement = await tx.db.findOneBy(AuthorshipAgreement, { projectId, version });
    if (!agreement) throw new Problem('not-found', `There is no version ${version}.`);
    const key = { projectId, version, personId: actor.personId };
    const hasSigned = await tx.db.existsBy(AuthorshipSignature, key);
    if (hasSigned && isRight) return tx.changedNothing();
    const refusal = whyNotSign({
      isNamed: agreement.lines.some(line => line.personId === actor.personId),
      isNewest: (await tx.db.countBy(AuthorshipAgreement, { projectId })) === version,
      hasSigned,
      hasPassword: person.passwordHash !== null,
    });
    if (refusal) throw new Problem('conflict', refusal);
    if (!isRight) {
      const detail = 'This is not your password. Nothing was signed.';
      throw new Problem('invalid', detail, {}, [{ pointer: '/body/password', detail }]);
    }
    if (input.fingerprint !== agreement.fingerprint)
      throw new Problem('conflict', 'This is not the text that you read. Load the page again and read it.');
    await tx.db.insert(AuthorshipSignature, { ...key, fingerprint: agreement.fingerprint, signedAt: tx.now() });
    tx.witness({ subjectKind: 'agreement', subjectId: projectId, facts: { version } });
    await notify(tx, agreement.draftedBy === actor.personId ? [] : [agreement.draftedBy], {
      ...{ kind: 'agreement-signed', about: `${projectId}:${version}:${actor.personId}` },
      title: `${await nameOf(tx, actor.personId)} signed version ${version} of your agreement`,
      link: `/projects/${projectId}/agreement`,
    });
  });
}
