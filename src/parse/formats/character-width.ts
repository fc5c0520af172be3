/** Whether a character takes a whole square, and no half of one: Chinese characters and their punctuation. */
export function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80
}
