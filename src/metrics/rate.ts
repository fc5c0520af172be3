import type { LegalSourceId } from '../domain/legal-sources.ts'
import type { Metric, Part } from './metric.ts'

/** What is told of a metric. */
export type Told = Pick<Metric, 'label' | 'labelEn' | 'says'> & { readonly sources?: readonly LegalSourceId[] }

/** A share of the requests handled in the year. */
export const ofHandled = (parts: readonly Part[], { sources = ['REGULATION_711'], ...told }: Told): Metric => ({
  ...told,
  unit: 'RATIO',
  numerator: parts,
  denominator: ['HANDLED'],
  sources,
})
