/** The peoples after whom autonomous divisions are called, as their names print them. */
const PEOPLE =
  '(?:蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|独龙族|普米族|裕固族|保安族|各族|族)'

const AUTONOMOUS = new RegExp(`^([^族]{2,6}?)${PEOPLE}{1,5}(?:(自治)(县|州|旗)|(区))$`, 'u')

/**
 * What an autonomous division is called for short: 木垒县 and 木垒自治县 for 木垒哈萨克自治县, 恩施州 for 恩施土家族苗族自治州. None for every
 * other division.
 */
export function shortPlaceNames(name: string): readonly string[] {
  const match = AUTONOMOUS.exec(name)
  if (match === null) return []
  const [, place = '', autonomous = '', level, district = ''] = match
  return level === undefined ? [`${place}${district}`] : [`${place}${level}`, `${place}${autonomous}${level}`]
}

const LEVEL = /(?<=.{2})(?:新区|[市区县旗])$/u

/** Whether a name means a division where its level may be left out, as in the name of a bureau's branch: 高密 for 高密市. */
export function isBareNameOf(printed: string, name: string): boolean {
  const names = [name, ...shortPlaceNames(name)]
  return names.some((one) => printed === one || printed === one.replace(LEVEL, ''))
}
