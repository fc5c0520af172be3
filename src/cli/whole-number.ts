import { InvalidArgumentError } from 'commander'

/** An argument that is a whole number, of nine digits at most. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}
