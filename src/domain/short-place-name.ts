/** The peoples after whom autonomous divisions are called, as their names print them. */
const PEOPLE =
  '(?:蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|独龙族|普米族|裕固族|保安族|各族|族)'

const AUTONOMOUS = new RegExp(`^([^族]{2,6}?)${PEOPLE}{1,5}(?:自治(县|州)|(区))$`, 'u')

/**
 * What an autonomous division is called for short: 木垒县 for 木垒哈萨克自治县, 恩施州 for 恩施土家族苗族自治州. Null for every other
 * division.
 */
export function shortPlaceName(name: string): string | null {
  const match = AUTONOMOUS.exec(name)
  return match === null ? null : `${match[1] ?? ''}${match[2] ?? match[3] ?? ''}`
}
