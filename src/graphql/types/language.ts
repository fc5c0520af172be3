import { builder } from '../builder.ts'

export const LanguageCode = builder.enumType('Language', {
  description: 'A language in which labels are served.',
  values: {
    ZH: { description: '中文: Chinese, as the form prints it' },
    EN: { description: '英文: English' },
  } as const,
})
