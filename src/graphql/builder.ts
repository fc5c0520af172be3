import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import ValidationPlugin from '@pothos/plugin-validation'
import type { FigurePath } from '../domain/figure-paths.ts'
import { hasScope, type KeyScope } from '../store/actor.ts'
import type PrismaTypes from '../store/generated/pothos/types.ts'
import { getDatamodel } from '../store/generated/pothos/types.ts'
import { ARGUMENT_CHECK } from './argument-check.ts'
import type { Context } from './context.ts'
import { overLimitOf } from './limits.ts'
import { badUserInput, forbidden, unauthenticated } from './refusals.ts'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, relay } from './relay.ts'
import { runHolder } from './run-holder.ts'
import type { Countable } from './total-count.ts'

export interface SchemaTypes {
  PrismaTypes: PrismaTypes
  Context: Context
  DefaultFieldNullability: false
  Connection: Countable
  AuthScopes: {
    /** The request carries an API key that is in use and has this scope. */
    scope: KeyScope
    /** It carries one that may send runs, or is for everything. */
    runs: boolean
    /** The request carries an API key that is in use, whatever for. */
    key: boolean
  }
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: Date; Output: Date | string }
    DateTime: { Input: Date; Output: Date }
    Decimal: { Input: string; Output: string }
    FigurePath: { Input: FigurePath; Output: string }
    JSON: { Input: unknown; Output: unknown }
    Upload: { Input: File; Output: never }
    _Any: { Input: unknown; Output: never }
  }
}

/** The one builder of the schema. It defines no type: those stand in `types/`, one noun a file. */
export const builder = new SchemaBuilder<SchemaTypes>({
  // The order matters: authorisation is wrapped by everything before it.
  plugins: [RelayPlugin, PrismaPlugin, ValidationPlugin, ScopeAuthPlugin, ComplexityPlugin, ARGUMENT_CHECK],
  defaultFieldNullability: false,
  prisma: {
    client: ({ database }) => database.prisma,
    dmmf: getDatamodel(),
    maxConnectionSize: MAX_PAGE_SIZE,
    defaultConnectionSize: DEFAULT_PAGE_SIZE,
    filterConnectionTotalCount: true,
    // It tells of a mistake in a resolver, by watching whatever is read of a query.
    // biome-ignore lint/style/noProcessEnv: it is Node's own name for the mode, and no setting of the hub.
    onUnusedQuery: process.env.NODE_ENV === 'production' ? null : 'error',
  },
  relay,
  // Fields tell their cost here. The server reckons it before anything runs: within the schema, each root field would refuse for itself.
  complexity: { disabled: true },
  validation: {
    validationError: ({ issues }) => {
      const over = issues.map(overLimitOf).find((found) => found !== null)
      return badUserInput(issues.map(({ message }) => message).join(' '), over)
    },
  },
  scopeAuth: {
    // Called for protected fields only.
    authScopes: ({ actor }) => ({
      scope: async (scope) => {
        const known = await actor()
        if (known === null) throw unauthenticated()
        if (!hasScope(known, scope)) throw forbidden(scope)
        return true
      },
      key: async () => {
        if ((await actor()) === null) throw unauthenticated()
        return true
      },
      runs: () => runHolder({ actor }).then(() => true),
    }),
  },
})

builder.queryType({ description: 'Reading: open to anyone, but for what is about keys and about who did what.' })
builder.mutationType({ description: 'Publishing: open to holders of an API key (`Authorization: Bearer hub_…`).' })
builder.subscriptionType({
  description:
    'What happens from now on, over server-sent events (graphql-sse): open to anyone. Nothing that happened before is told, nor what happens while a connection is lost.',
})
