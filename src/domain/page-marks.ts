/** The words by which a page tells its own number. Patterns are applied to text after `plain`. */

/** - 5 -, —5—, 第5页, 第5页共8页, 5/8: nothing else is printed so. */
export const MARKED_PAGE_NUMBER =
  /^(?:[-–—―─~·•]{1,3}\d{1,3}[-–—―─~·•]{1,3}|第\d{1,3}页(?:[,/、(]?共\d{1,3}页\)?)?|共\d{1,3}页[,/、]?第\d{1,3}页|\d{1,3}\/\d{1,3}页?|page\d{1,3}(?:of\d{1,3})?)$/i

/** 5: a page number only where other pages have theirs. */
export const BARE_PAGE_NUMBER = /^\d{1,3}$/
