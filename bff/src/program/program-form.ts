import { terms } from '@evergreen/shared/terms.ts'
import type { FormOf } from './form.ts'
import { group, text } from './form-parts.ts'
import { leaderboards } from './leaderboard-form.ts'
import { listForms } from './list-form.ts'
import type { Program } from './program.ts'
import { ruleForms } from './rule-form.ts'
import { settingsForms } from './settings-form.ts'

/** The one table of what the programme may hold, what it is called and how it is told. */
export const programForm: FormOf<Program> = group(terms.program.zh, {
  brand: text('品牌名'),
  ...listForms.fields,
  ...ruleForms.fields,
  leaderboards,
  ...settingsForms.fields,
})
