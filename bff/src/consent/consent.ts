import type { Decision, World } from '../command.ts'
import type { ConsentPurpose } from '../fact.ts'
import type { BoardStanding } from '../leaderboard/take-part.ts'
import { joinBoards, leaveBoards } from '../leaderboard/take-part.ts'
import type { Consent, MemberState } from '../model.ts'
import type { PrivacyNotice } from '../program/program.ts'

export type SetConsentOutcome =
  | { kind: 'ConsentSet' }
  | { kind: 'ConsentRequired'; purpose: ConsentPurpose }

export interface SetConsent {
  purpose: ConsentPurpose
  given: boolean
}

/**
 * Gives or withdraws one consent (Y1, Y2). Refusals: `ConsentRequired` for a purpose without which
 * there is no membership; ending that one is closing the account. Who may not be shown on
 * leaderboards any more is on none from the same commit on (B3).
 */
export function setConsent(
  state: MemberState,
  { purpose, given, boards }: SetConsent & { boards?: BoardStanding | undefined },
  { now, program, book }: World,
): Decision<SetConsentOutcome> {
  const row = program.body.privacy.purposes.find((candidate) => candidate.purpose === purpose)
  if (!given && row?.required) return { outcome: { kind: 'ConsentRequired', purpose }, changes: [] }
  // Records of one purpose keep their order, whatever the clock does in between.
  const at = Math.max(now, (state.consents[purpose]?.at ?? 0) + 1)
  const consent = { given, version: program.body.privacy.version, at }
  return {
    before: state,
    state: { ...state, consents: { ...state.consents, [purpose]: consent } },
    facts: [],
    changes: [
      { kind: 'consent-recorded', memberId: state.id, purpose, consent },
      ...(boards
        ? given
          ? joinBoards(state.id, boards, { at: Math.max(at, state.lastAt), book })
          : leaveBoards(state.id, boards, at)
        : []),
    ],
    outcome: () => ({ kind: 'ConsentSet' }),
  }
}

/** Whether a member has accepted every required purpose under the notice in force. */
export const hasAccepted = (consents: MemberState['consents'], notice: PrivacyNotice): boolean =>
  requiredPurposes(notice).every((purpose) => {
    const consent = consents[purpose]
    return consent?.given === true && consent.version >= notice.version
  })

/** The consents that accepting the notice gives: the required ones, and no other. */
export function acceptNotice(
  notice: PrivacyNotice,
  at: number,
): readonly { purpose: ConsentPurpose; consent: Consent }[] {
  const consent = { given: true, version: notice.version, at }
  return requiredPurposes(notice).map((purpose) => ({ purpose, consent }))
}

const requiredPurposes = (notice: PrivacyNotice): readonly ConsentPurpose[] =>
  notice.purposes.filter((row) => row.required).map((row) => row.purpose)
