/** The peoples after whom autonomous divisions are called, as their names print them. */
const PEOPLE =
  '(?:蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|独龙族|普米族|裕固族|保安族|各族|族)'

const AUTONOMOUS = new RegExp(`^([^族]{2,6}?)${PEOPLE}{1,5}(?:(自治)(县|州|旗)|(区))$`, 'u')

/** 科尔沁右翼前旗, 阿拉善左旗, 喀喇沁左翼…自治县: a wing or a side of what was one banner, and the side of that. */
const WING = /^(.).{1,3}([左右])翼([前中后]?)/u
const SIDE = /^(.).{2,3}([左右前中后])(?=旗$)/u
/** 东乌珠穆沁旗: one of two banners of a long name. */
const EAST_OR_WEST = /^([东西].).{3,}(?=旗$)/u

/**
 * What an autonomous division or a banner is called for short: 木垒县 and 木垒自治县 for 木垒哈萨克自治县, 恩施州 for 恩施土家族苗族自治州,
 * 科右前旗 for 科尔沁右翼前旗, 东乌旗 for 东乌珠穆沁旗. None for every other division.
 */
export function shortPlaceNames(name: string): readonly string[] {
  const match = AUTONOMOUS.exec(name)
  if (match === null) return bannerName(name)
  const [, place = '', autonomous = '', level, district = ''] = match
  if (level === undefined) return [`${place}${district}`]
  return [`${place}${level}`, `${place}${autonomous}${level}`, ...bannerName(`${place}${level}`)]
}

/** 喀左县 for 喀喇沁左翼县. */
function bannerName(name: string): readonly string[] {
  const short = name.replace(WING, '$1$2$3').replace(SIDE, '$1$2').replace(EAST_OR_WEST, '$1')
  return short === name || !/[旗县]$/u.test(name) ? [] : [short]
}

const LEVEL = /(?<=.{2})(?:新区|[市区县旗])$/u

/** Whether a name means a division where its level may be left out, as in the name of a bureau's branch: 高密 for 高密市. */
export function isBareNameOf(printed: string, name: string): boolean {
  const names = [name, ...shortPlaceNames(name)]
  return names.some((one) => printed === one || printed === one.replace(LEVEL, ''))
}
