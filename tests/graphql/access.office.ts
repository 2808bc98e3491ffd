import { type Access, operatorsOnly } from './access.verdicts.ts'

const asked = (field: string, args: string) => `${field}(key: "key-of-${field}", ${args})`
const act = (field: string, args: string): Access => [
  `Mutation.${field}`,
  'operator',
  asked(field, `id: "0", ${args}`),
  operatorsOnly,
]

export const officeAccess: Access[] = [
  ['Query.mallRequests', 'operator', '{ mallRequests { id } }', operatorsOnly],
  ['Query.officeMallItem', 'operator', '{ officeMallItem(id: "0") { id } }', operatorsOnly],
  ['Query.officeMallItems', 'operator', '{ officeMallItems { id } }', operatorsOnly],
  act('addMallCodes', 'codes: ["CODE-1"]'),
  act('approveMallRequest', 'payloadHash: "0"'),
  act('changeMallStock', 'count: 1, reason: "1"'),
  act('rejectMallRequest', 'payloadHash: "0"'),
  act('saveMallItem', 'version: 1, item: "{}"'),
  act('switchMallItem', 'listed: true'),
]
