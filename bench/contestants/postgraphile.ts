import { createServer } from 'node:http'
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { announce, given } from './announce.ts'

// PostGraphile 5 over the tables of the hub, as its documentation sets it up: the Amber preset, simple names, lists in place of
// connections (which cost it a cursor a row), node:http, no GraphiQL, no watching, no mutations. The runner sets NODE_ENV=production.

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  pgServices: [makePgService({ connectionString: given('DATABASE_URL'), schemas: ['public'] })],
  grafserv: { graphiql: false, watch: false, graphqlPath: '/graphql' },
  schema: { defaultBehavior: '-connection +list -insert -update -delete' },
})
// It reads the catalogue and builds its schema before it says that it serves, so that nobody's first request waits for that.
await pgl.getSchema()
const server = createServer()
await pgl.createServ(grafserv).addTo(server)
announce(server)
