import { type Access, everybody, membersOnly, operatorsOnly } from './access.verdicts.ts'

export const friendsAccess: Access[] = [
  ['Mutation.openLink', 'guest', 'openLink(code: "0", visitId: "visit-of-somebody-1")', everybody],
  ['Mutation.drawMiniCode', 'member', 'drawMiniCode', membersOnly],
  [
    'Mutation.makeSceneCode',
    'operator',
    'makeSceneCode(key: "key-of-scene", for: SHOP, subjectId: "0")',
    operatorsOnly,
  ],
  ['Mutation.appeal', 'member', 'appeal(key: "key-of-appeal", seq: 1)', membersOnly],
  [
    'Mutation.judgeQuarantine',
    'operator',
    'judgeQuarantine(key: "key-of-judge", memberId: "0", seq: 1, fair: true)',
    operatorsOnly,
  ],
  ['Query.quarantinesWaiting', 'operator', '{ quarantinesWaiting { memberId } }', operatorsOnly],
  [
    'Query.invitationGraph',
    'operator',
    '{ invitationGraph(memberId: "m") { isCut } }',
    operatorsOnly,
  ],
]
