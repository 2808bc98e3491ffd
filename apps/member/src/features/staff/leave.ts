import { SignOutStaffDocument } from '@/generated/graphql'
import { signOut, tokenOf } from '@/lib/session'
import { send } from '@/lib/transport'

/**
 * Ends the staff session here at once and on the server when it can be reached. The token is gone
 * from the phone in either case, and ends by itself on the server.
 */
export function leaveCounter(): void {
  if (tokenOf('staff') === undefined) return
  void send(SignOutStaffDocument, {}, 'staff').catch(() => undefined)
  signOut('staff')
}
