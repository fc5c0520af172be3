import { type AuditEventCondition, eventMatches } from '../../store/audit-conditions.ts'
import { AUDIT_EVENTS } from '../../store/paged-lists.ts'
import { actorIn } from '../actor-in.ts'
import { builder } from '../builder.ts'
import { withinLimits } from '../filter-limits.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { pagesInOrder } from '../page-arguments.ts'
import { totalCount } from '../total-count.ts'
import { DateTimeFilter, ReportFilter, StringFilter } from './filter.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const AuditEvent = builder.prismaObject('AuditEvent', {
  description:
    'Something that was done to the store, written down in the same transaction. The events of a chain are chained by hash: none can be changed, left out or put in without that showing (`hub audit verify`).',
  // Whichever way it is reached.
  authScopes: { scope: 'ADMIN' },
  fields: (t) => ({
    chain: t.exposeInt('chain', {
      description: '0 to 63 for what is about an agency, by the rest of its number; 64 for everything else.',
    }),
    number: t.int({ description: '1, 2, 3 … within the chain.', resolve: ({ number }) => Number(number) }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was done.' }),
    action: t.exposeString('action', {
      description: 'What was done, such as `report.created`; docs/keys.md lists them all.',
    }),
    keyName: t.exposeString('keyName', {
      nullable: true,
      description: "The name of the key with which it was done. Null when it was done on the hub's own machine.",
    }),
    requestId: t.exposeString('requestId', {
      nullable: true,
      description: 'The `X-Request-Id` of the request by which it was done, if it was one.',
    }),
    report: t.relation('report', { nullable: true, description: 'The report that it is about, if it is about one.' }),
    agency: t.relation('agency', { nullable: true, description: 'The agency that it is about, if it is about one.' }),
    sourceSha256Before: t.string({
      nullable: true,
      description: 'The SHA-256 of the source that was in force before, hexadecimal. Null where there was none.',
      resolve: ({ before }) => before && hex(before),
    }),
    sourceSha256After: t.string({
      nullable: true,
      description: 'The SHA-256 of the source that was in force afterwards. Null where there was none.',
      resolve: ({ after }) => after && hex(after),
    }),
    details: t.expose('details', { type: 'JSON', nullable: true, description: 'What else there is to tell.' }),
    previousHash: t.string({
      description: 'The hash of the event before it in the chain; noughts for the first.',
      resolve: ({ previousHash }) => hex(previousHash),
    }),
    hash: t.string({
      description: 'The SHA-256 of the previous hash and of everything that the event says.',
      resolve: ({ hash }) => hex(hash),
    }),
  }),
})

const AuditEventConnection = builder.connectionObject(
  {
    type: AuditEvent,
    name: 'AuditEventConnection',
    description: 'A page of what was done.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'AuditEventEdge', description: 'An event of a list, and its place there.' },
)

const AuditEventFilter = builder.inputRef<AuditEventCondition, false>('AuditEventFilter').implement({
  description: 'Which events; all given conditions must hold.',
  validate: withinLimits,
  fields: (t) => ({
    action: t.field({ type: StringFilter, description: 'By what was done; `startsWith: "key."` is all about keys.' }),
    key: t.field({ type: StringFilter, description: 'By the name of the key with which it was done.' }),
    requestId: t.field({ type: StringFilter, description: 'By the id of the request.' }),
    at: t.field({ type: DateTimeFilter, description: 'By when it was done.' }),
    report: t.field({ type: ReportFilter, description: 'By the report that it is about.' }),
  }),
})

builder.queryField('auditEvents', (t) =>
  t.connection(
    {
      type: AuditEvent,
      nullable: true,
      description:
        'What was done to the store and by whom, the latest first; for a limited key what is about agencies that it reaches, and about keys that reach nothing beyond.',
      authScopes: { scope: 'ADMIN' },
      validate: pagesInOrder,
      args: { filter: t.arg({ type: AuditEventFilter, description: 'Which ones; all when left out.' }) },
      resolve: async (_root, args, context, info) =>
        keysetConnection({
          list: AUDIT_EVENTS,
          type: 'AuditEvent',
          where: eventMatches(args.filter, await actorIn(context)),
          order: [],
          args,
          context,
          info,
          read: (prisma, selection, keys) => prisma.auditEvent.findMany({ ...selection, where: { OR: keys } }),
        }),
    },
    AuditEventConnection,
  ),
)
