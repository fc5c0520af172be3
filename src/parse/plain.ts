/** Text for comparing: compatibility forms folded (full-width digits, CJK radicals), white space gone. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
