/**
 * The words by which a report's parts are known, other than its figures: titles, chapters, marks of a table, blank cells. Patterns
 * are applied to text after `plain`: half-width, without white space.
 */

/** What a title line of a report ends with. */
export const TITLE_ENDING = /(政府信息公开|信息公开|政务公开)?(工作)?(年度报告|年报)(\(.{0,12}\))?$/

/** Words of which at least one stands in every annual report on information disclosure. */
export const SUBJECT = /信息公开|政务公开/
export const REPORT_WORDS = /年度报告|年报|情况统计表|工作报告/

/** A short line at the top of a document that says what it is. */
export const REPORT = /报告|年报/

/** The chapters of the forms of 2019 and 2021: known even where a heading has lost its number. */
export const CHAPTERS: readonly RegExp[] = [
  /^总体情况$/,
  /^(行政机关)?主动公开政府信息(的)?情况$/,
  /^(行政机关)?收到和处理政府信息公开申请(的)?情况$/,
  /^(因)?政府信息公开(工作被申请)?行政复议、(被提起)?行政诉讼(的)?情况$/,
  /^(政府信息公开工作)?存在的(主要)?问题(及|和|与)改进(情况|措施)$/,
  /^其他需要报告的(事项|情况)$/,
]

/** The number of a heading of the first level: 一、 … 十二、 */
export const CHAPTER_NUMBER = /^[一二三四五六七八九十]{1,3}[、.]/

/** Outline numbers that stand before a label: 一、 （一） (1) 1. 1、 ① */
export const OUTLINE_NUMBER = /^(第?[(（]?([一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．:]|[①-⑳])+/

/** 其中 before a label that is part of the row above. */
export const OF_WHICH = /^其中[:：]?/

/** What stands where characters could not be shown. */
export const ILLEGIBLE = /^[?*#□■◆×]{1,10}$/

/** A cell that holds one of these states nothing: it is not zero. */
export const BLANK_CELL = /^([-—–−―─/\\]{1,3}|无|空)$/

/** A number in Chinese numerals: 〇, 十二, 二百三十. */
export const CHINESE_COUNT = /^[〇○零一二两三四五六七八九十百千]{1,9}(?=$|[^〇○零一二两三四五六七八九十百千])/u
/** A number that is not exact: 100余, 约30件, 近2万, 200多. */
export const APPROXIMATE =
  /^[约近超逾]\d[\d,.]{0,20}[百千万亿]?(条|件|个|项|次|篇|人次|人|元)?$|^\d[\d,.]{0,20}[百千万亿]?[余多][万亿]?(条|件|个|项|次|篇|人次|人|元)?$/
/** A number with a word for its size, or with the unit that it counts, or both: 12项, 2.2万, 3.5亿元. */
export const COUNT_UNIT = /^([-+−–—－]?\d[\d,]{0,20}(?:\.\d{1,9})?)(百|千|万|亿)?(条|件|个|项|次|篇|人次|人|元)?$/

/** A unit of money, in a unit cell or behind a column head: 金额（单位：万元）. */
export const MONEY_UNIT = /[亿万]?元/
/** One that the forms do not print. */
export const OTHER_MONEY = /^亿?元$/

/** The attached tables of the 2014 form begin here. */
export const STATISTICS_TABLE_TITLE = /政府信息公开(工作)?情况统计表/

/** Cells that open the tables of 2019 and 2021. */
export const DISCLOSURE_TABLE_OPENING = /^(第二十条第\([一五六八九]\)项|信息内容)$/
export const APPLICATIONS_TABLE_OPENING = /^(申请人情况|\(?本列数据的勾稽关系为.*)$/
export const STATISTICS_TABLE_OPENING = /^(?:统计指标|指标名称|指标)$/
export const CASES_TABLE_OPENING = /^(行政复议|行政诉讼|未经复议直接起诉|复议后起诉|结果维持)$/

/** What a line ends with that tells whose report follows: 北京市大兴区人民政府, 2018年通州区政府, 司法局. */
export const ISSUER_ENDING = /(政府|办公室|局|委员会|委|街道办事处|街道|办事处|[乡镇区县市]|中心|厅|院|队)$/
/** Words around the issuer in a title that name nobody. */
export const ISSUER_NOISE = /度|关于|《|》|\(|\)|:$/g

/** The words after a district's name that make its government the issuer. */
export const GOVERNMENT = /^(人民)?政府(?!办|信息)/
export const PEOPLES_GOVERNMENT = '人民政府'
/** The office that writes the government's report. */
export const GOVERNMENT_OFFICE = /^(办公室|办公厅|办)/
export const STREET_OFFICE = /^.{1,10}(街道|地区)(办事处)?$/
export const TOWNSHIP = /^.{1,12}[乡镇](人民政府|政府)?$/

/** A year as printed in a title: 2020年, 2020年度, 二〇二〇年; not a date. */
export const YEAR =
  /((?:19|20)\d{2}|[二一][〇○零九]?[〇○零一二三四五六七八九]{2,3})年(?!\d{1,2}月|[一二三四五六七八九十]{1,2}月)/

/** 自2018年1月1日起，至2018年12月31日止: the days that the figures cover. The second year is often left out. */
export const PERIOD =
  /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:起)?[,、]?(?:至|到|-|—|–|~)(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日?/

/** A sentence of the preface that says what the document is: 编制了清江浦区人民政府2021年度政府信息公开工作年度报告. */
export const SELF_REFERENCE =
  /([^。;,:《》()]{2,40}?(?:19|20)\d{2}年度?)(?:政府信息公开|信息公开|政务公开)(?:工作)?(?:年度报告|年报)/
/** Where the report is published: 可从龙游县人民政府门户网站下载. */
export const WEBSITE = /([^。;,:《》()]{2,24}?)(?:人民)?政府(?:门户)?网站/

/** A line that links to, or downloads, a report: not a title. */
export const LINK_LINE = /附件|下载|链接|>>|首页|相关|上一篇|下一篇/
