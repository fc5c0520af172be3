import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import ValidationPlugin from '@pothos/plugin-validation'
import type { FigurePath } from '../domain/figure-paths.ts'
import type PrismaTypes from '../store/generated/pothos/types.ts'
import { getDatamodel } from '../store/generated/pothos/types.ts'
import type { Context } from './context.ts'
import { MAX_COMPLEXITY } from './limits.ts'
import { badUserInput, tooComplex, unauthenticated } from './refusals.ts'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, relay } from './relay.ts'
import type { Countable } from './total-count.ts'

export interface SchemaTypes {
  PrismaTypes: PrismaTypes
  Context: Context
  DefaultFieldNullability: false
  Connection: Countable
  AuthScopes: {
    /** The request carries a valid API key. */
    publisher: boolean
  }
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: Date; Output: Date | string }
    DateTime: { Input: Date; Output: Date }
    Decimal: { Input: string; Output: string }
    FigurePath: { Input: FigurePath; Output: string }
    JSON: { Input: unknown; Output: unknown }
    Upload: { Input: File; Output: never }
  }
}

/** The one builder of the schema. It defines no type: those stand in `types/`, one noun a file. */
export const builder = new SchemaBuilder<SchemaTypes>({
  // The order matters: authorisation is wrapped by everything before it.
  plugins: [RelayPlugin, PrismaPlugin, ValidationPlugin, ScopeAuthPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: ({ database }) => database.prisma,
    dmmf: getDatamodel(),
    maxConnectionSize: MAX_PAGE_SIZE,
    defaultConnectionSize: DEFAULT_PAGE_SIZE,
    filterConnectionTotalCount: true,
    onUnusedQuery: 'error',
  },
  relay,
  complexity: {
    limit: { complexity: MAX_COMPLEXITY },
    complexityError: (_kind, { complexity }) => tooComplex(complexity, MAX_COMPLEXITY),
  },
  validation: {
    validationError: ({ issues }) => badUserInput(issues.map(({ message }) => message).join(' ')),
  },
  scopeAuth: {
    // Called for protected fields only.
    authScopes: async ({ publisher }) => ({ publisher: (await publisher()) !== null }),
    unauthorizedError: unauthenticated,
  },
})

builder.queryType({ description: 'Reading: open to anyone.' })
builder.mutationType({ description: 'Publishing: open to holders of an API key (`Authorization: Bearer hub_…`).' })
