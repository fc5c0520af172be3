import type { Term } from './terms.ts'

/** 申请人情况: the columns of the applications table, in printed order. The 2014 form has only the total. */
export const APPLICANTS = {
  NATURAL_PERSON: { label: '自然人', labelEn: 'Natural persons' },
  COMMERCIAL_ENTERPRISE: { label: '商业企业', labelEn: 'Commercial enterprises' },
  RESEARCH_INSTITUTION: { label: '科研机构', labelEn: 'Research institutions' },
  SOCIAL_WELFARE_ORGANIZATION: { label: '社会公益组织', labelEn: 'Public-interest organizations' },
  LEGAL_SERVICE_INSTITUTION: { label: '法律服务机构', labelEn: 'Legal service institutions' },
  OTHER_ORGANIZATION: { label: '其他', labelEn: 'Other organizations' },
  TOTAL: { label: '总计', labelEn: 'Total' },
} as const satisfies Record<string, Term>

export type Applicant = keyof typeof APPLICANTS

/** The head over the five kinds of organizations. */
export const ORGANIZATIONS = {
  label: '法人或其他组织',
  labelEn: 'Legal persons and other organizations',
} as const satisfies Term
