import { writeFileSync } from 'node:fs'
import { printedSchema } from './printed-schema.ts'

// `npm run schema`: what `schema.graphql` is to be.
writeFileSync(new URL('../../schema.graphql', import.meta.url), printedSchema())
