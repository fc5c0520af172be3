import { writeFileSync } from 'node:fs'
import { metricsDocument } from './metrics/metrics-document.ts'

// `npm run metrics`: what `docs/metrics.md` is to be.
writeFileSync(new URL('../docs/metrics.md', import.meta.url), metricsDocument())
