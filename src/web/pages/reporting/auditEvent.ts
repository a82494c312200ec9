import type { ReplyOf } from '#contract/endpoint';
import type { listAuditEvents } from '#contract/reporting';

export type AuditReply = ReplyOf<typeof listAuditEvents>;
export type AuditEvent = AuditReply['events'][number];
