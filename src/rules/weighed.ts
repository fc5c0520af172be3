import type { Finding } from '../domain/finding.ts'

export type Verdict = 'HOLDS' | 'BROKEN' | 'UNKNOWN'

/** What a broken relation says: a finding without its rule. */
export type Broken = Required<Omit<Finding, 'ruleId' | 'severity'>>

/** What one relation of a rule comes to. */
export type Weighed =
  | { readonly verdict: 'HOLDS' }
  | { readonly verdict: 'UNKNOWN' }
  | { readonly verdict: 'BROKEN'; readonly broken: Broken }

export const HOLDS = { verdict: 'HOLDS' } as const
export const UNKNOWN = { verdict: 'UNKNOWN' } as const
