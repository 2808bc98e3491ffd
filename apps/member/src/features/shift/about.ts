import { terms } from '@evergreen/shared/terms.ts'

/** An order that staff recorded is known to them by its receipt. */
const OWN_ORDER = /^counter:[\w-]+\.(.+)$/

/** What an act was about as staff say it: the receipt of an order, and units by their names. */
export const aboutWords = (about: string): string =>
  about
    .replace(OWN_ORDER, '$1')
    .replace(/^([+-]?\d+) points$/, `$1${terms.points.zh}`)
    .replace(/^([+-]?\d+) growth$/, `$1${terms.growth.zh}`)
