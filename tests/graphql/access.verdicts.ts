/** Who asks; each column of a row's verdicts is what one of them hears. */
export const hats = ['guest', 'member', 'staff', 'manager', 'operator', 'system'] as const
export type Hat = (typeof hats)[number]

export const yes = 'allowed'
export const no401 = '401 UNAUTHENTICATED'
export const no403 = '403 FORBIDDEN'

export const everybody = [yes, yes, yes, yes, yes, no403]
export const signedIn = [no401, yes, yes, yes, yes, no403]
export const membersOnly = [no401, yes, no403, no403, no403, no403]
export const shopStaffOnly = [no401, no403, yes, yes, no403, no403]
export const operatorsOnly = [no401, no403, no403, no403, yes, no403]
export const systemsOnly = [no401, no403, no403, no403, no403, yes]
export const employees = [no401, no403, yes, yes, yes, no403]
export const counters = [no401, no403, yes, yes, no403, yes]

/** A root field, its role, a request for it that is well formed, and what each hat hears. */
export type Access = [field: string, role: string, asked: string, verdicts: string[]]
