import { ProfileDocument, type ProfileQuery, SignOutDocument } from '@/generated/graphql'
import { signOut } from '@/lib/session'
import { send } from '@/lib/transport'
import { useAnswer } from '@/lib/use-answer'

export type ProfileMember = NonNullable<ProfileQuery['me']>

export const useProfile = () => useAnswer(ProfileDocument, {})

/** Leaves at once on this phone; the server ends the session as soon as it can be reached. */
export async function leave(): Promise<void> {
  const told = send(SignOutDocument, {}).catch(() => undefined)
  signOut('member')
  await told
}
