import { writeFileSync } from 'node:fs'
import { rulesDocument } from './rules/rules-document.ts'

// `npm run rules`: what `docs/rules.md` is to be.
writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesDocument())
