import { z } from 'zod'
import type { KeyScope } from '../../store/actor.ts'
import { createApiKey, revokeApiKey, type ApiKey as StoredKey } from '../../store/api-keys.ts'
import { KeyError } from '../../store/key-error.ts'
import { API_KEYS } from '../../store/paged-lists.ts'
import { keyReached } from '../../store/reach-conditions.ts'
import { actorIn } from '../actor-in.ts'
import { builder } from '../builder.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { atMost, LIMITS, listOf } from '../limits.ts'
import { agencyKeyOf, refusalOf } from '../node-id.ts'
import { pagesInOrder } from '../page-arguments.ts'
import { totalCount } from '../total-count.ts'
import { Agency } from './agency.ts'
import { KEY_ERRORS, type ToldKeyError } from './api-key-error.ts'
import { District } from './district.ts'
import { storable } from './filter.ts'

const SCOPES = {
  READ_PRIVATE: { description: 'Reading what is not public: the documents that were sent, and who sent them.' },
  INGEST: { description: 'Sending reports, and whatever changes them.' },
  ADMIN: { description: 'Making and revoking keys, and reading what was done by whom.' },
} as const satisfies Record<KeyScope, { description: string }>

const ApiKeyScope = builder.enumType('ApiKeyScope', {
  description: 'What a key is for. No scope holds another.',
  values: SCOPES,
})

const MOST = LIMITS.keyLimits.most
const LIMITS_OF_A_KEY = listOf(10)

const ApiKey = builder.prismaObject('ApiKey', {
  description:
    'A key, by what is known of it: the key itself is told once, when it is made. It never changes, but for being revoked.',
  // All but its digest.
  select: {
    id: true,
    name: true,
    scopes: true,
    districtCodes: true,
    agencyIds: true,
    createdAt: true,
    lastUsedAt: true,
    expiresAt: true,
    revokedAt: true,
  },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, which no other key has or gets.' }),
    scopes: t.field({
      type: [ApiKeyScope],
      description: 'What it is for.',
      resolve: ({ scopes }) => [...scopes],
    }),
    districts: t.field({
      type: [District],
      description: 'The districts that it is limited to, each with all below it.',
      complexity: LIMITS_OF_A_KEY,
      resolve: ({ districtCodes }, _args, { loaders }) =>
        Promise.all(districtCodes.map((code) => loaders.districts.load(code))),
    }),
    agencies: t.field({
      type: [Agency],
      description: 'The agencies that it is limited to, beside the districts. With neither, it is not limited.',
      complexity: LIMITS_OF_A_KEY,
      resolve: ({ agencyIds }, _args, { loaders }) => Promise.all(agencyIds.map((id) => loaders.agencies.load(id))),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used for something that needs a key, to the minute.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From when on it is refused. Null when it does not expire.',
    }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was revoked, if so.' }),
  }),
})

const ApiKeyConnection = builder.connectionObject(
  {
    type: ApiKey,
    name: 'ApiKeyConnection',
    description: 'A page of keys.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'ApiKeyEdge', description: 'A key of a list, and its place there.' },
)

builder.queryFields((t) => ({
  viewer: t.field({
    type: ApiKey,
    nullable: true,
    description: 'The key that came with the request. Open to every key that is in use.',
    authScopes: { key: true },
    resolve: async (_root, _args, context) => {
      const { key } = await actorIn(context)
      if (key === null) return null
      return context.database.prisma.apiKey.findUnique({ omit: { sha256: true }, where: { id: key.id } })
    },
  }),
  apiKeys: t.connection(
    {
      type: ApiKey,
      nullable: true,
      description:
        'The keys there are and were, in the order in which they were made; for a limited key those that reach nothing beyond what it reaches.',
      authScopes: { scope: 'ADMIN' },
      validate: pagesInOrder,
      resolve: async (_root, args, context, info) =>
        keysetConnection({
          list: API_KEYS,
          type: 'ApiKey',
          where: keyReached(await actorIn(context)),
          order: [],
          args,
          context,
          info,
          read: (prisma, selection, keys) =>
            prisma.apiKey.findMany({ ...selection, where: { OR: keys } }) as Promise<unknown> as Promise<StoredKey[]>,
        }),
    },
    ApiKeyConnection,
  ),
}))

const fewEnough = (what: string) =>
  z
    .array(z.unknown())
    .superRefine(atMost('keyLimits', (some) => some.length, `Expected at most ${MOST} ${what}: name what holds them.`))
    .nullish()

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'A key to make.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'Whose it is: 1 to 100 characters without space around them, and no name that a key has or had.',
      validate: storable,
    }),
    scopes: t.field({
      type: [ApiKeyScope],
      description: 'What it is for: INGEST when left out.',
      validate: z.array(z.unknown()).min(1, 'Expected one scope at least, got none.').nullish(),
    }),
    districts: t.stringList({
      description: `The codes of the districts that it is limited to, each with all below it; at most ${MOST}.`,
      validate: fewEnough('districts'),
    }),
    agencies: t.globalIDList({
      description: `The global ids of the agencies that it is limited to, beside the districts; at most ${MOST}. With neither, it is not limited.`,
      validate: fewEnough('agencies'),
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'From when on it is refused: never when left out.' }),
  }),
})

const CreatedApiKey = builder
  .objectRef<{ readonly secret: string; readonly key: StoredKey }>('CreatedApiKey')
  .implement({
    description: 'A key that was made.',
    fields: (t) => ({
      secret: t.exposeString('secret', {
        description: 'The key itself, for the header `Authorization: Bearer …`. It is told this once, and not kept.',
      }),
      apiKey: t.expose('key', { type: ApiKey, description: 'What is known of it.' }),
    }),
  })

const { API_KEY_UNKNOWN, ...CREATE_ERRORS } = KEY_ERRORS

const CreateApiKeyResult = builder.unionType('CreateApiKeyResult', {
  description: 'A new key, or what stands against it.',
  types: [CreatedApiKey, ...Object.values(CREATE_ERRORS)],
  resolveType: (value) => ('code' in value ? KEY_ERRORS[value.code] : CreatedApiKey),
})

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  description: 'A key to revoke.',
  fields: (t) => ({ name: t.string({ required: true, description: 'Its name.', validate: storable }) }),
})

const RevokedApiKey = builder.objectRef<{ readonly key: StoredKey }>('RevokedApiKey').implement({
  description: 'A key that was revoked.',
  fields: (t) => ({ apiKey: t.expose('key', { type: ApiKey, description: 'What is known of it.' }) }),
})

const RevokeApiKeyResult = builder.unionType('RevokeApiKeyResult', {
  description: 'A revoked key, or what stands against it.',
  types: [RevokedApiKey, API_KEY_UNKNOWN],
  resolveType: (value) => ('code' in value ? KEY_ERRORS[value.code] : RevokedApiKey),
})

/** What was done, or the error that its sender can mend: as a value, because an error that a resolver gives back is taken for thrown. */
async function orToldError<Done extends object>(work: Promise<Done>): Promise<Done | ToldKeyError> {
  return work.catch((error: unknown) => {
    if (!(error instanceof KeyError)) throw error
    const { code, message, expected, got } = error
    return { code, message, expected, got }
  })
}

builder.mutationFields((t) => ({
  createApiKey: t.field({
    type: CreateApiKeyResult,
    nullable: true,
    description:
      'Makes a key, which may do nothing that the key of the request may not, and not for longer. To prolong a key or to change what it may do, make another and revoke it.',
    authScopes: { scope: 'ADMIN' },
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The key.' }) },
    resolve: async (_root, { input: { name, scopes, districts, agencies, expiresAt } }, context) => {
      const { database } = context
      const ids = agencies?.filter((id) => id != null) ?? []
      const refusal = ids.map((id) => refusalOf({ typename: id.typename, id: id.id }, 'Agency')).find((one) => one)
      if (refusal) throw refusal
      const rights = {
        ...(scopes && { scopes }),
        districtCodes: districts ?? [],
        agencyIds: ids.map(({ id }) => agencyKeyOf(id)),
        expiresAt: expiresAt ?? null,
      }
      const made = await orToldError(createApiKey(database, name, rights, await actorIn(context)))
      if ('code' in made) return made
      const key = await database.prisma.apiKey.findUniqueOrThrow({ omit: { sha256: true }, where: { id: made.id } })
      return { secret: made.key, key }
    },
  }),
  revokeApiKey: t.field({
    type: RevokeApiKeyResult,
    nullable: true,
    description:
      'Revokes a key for good; what was stored with it stays. What is being written with it is waited for, and nothing is afterwards. A limited key revokes those that reach nothing beyond what it reaches.',
    authScopes: { scope: 'ADMIN' },
    args: { input: t.arg({ type: RevokeApiKeyInput, required: true, description: 'The key.' }) },
    resolve: async (_root, { input: { name } }, context) => {
      const revoked = await orToldError(revokeApiKey(context.database, name, await actorIn(context)))
      return 'code' in revoked ? revoked : { key: revoked }
    },
  }),
}))
