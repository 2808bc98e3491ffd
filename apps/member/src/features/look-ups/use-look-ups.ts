import { LookUpsDocument, type LookUpsQuery } from '@/generated/graphql'
import { useSignedIn } from '@/lib/session'
import { usePages } from '@/lib/use-pages'

export type LookUp = NonNullable<LookUpsQuery['me']>['lookUps']['edges'][number]['node']

/** Every look-up of the member, the latest first, a page at a time. */
export function useLookUps() {
  const signedIn = useSignedIn('member')
  const pages = usePages(LookUpsDocument, {}, ({ me }) => me?.lookUps, { enabled: signedIn })
  return { signedIn, ...pages }
}
