import {
  type Access,
  employees,
  everybody,
  membersOnly,
  operatorsOnly,
  shopStaffOnly,
} from './access.verdicts.ts'

export const counterAccess: Access[] = [
  ['Query.colleagues', 'employee', '{ colleagues { isMine } }', employees],
  ['Query.lookUpObjections', 'employee', '{ lookUpObjections { at } }', employees],
  ['Query.memberCodeKey', 'employee', '{ memberCodeKey }', employees],
  ['Query.myShift', 'employee', '{ myShift { day } }', employees],
  ['Mutation.bindStaff', 'guest', 'bindStaff(code: "0", wechatCode: "0")', everybody],
  [
    'Mutation.inviteStaff',
    'employee',
    'inviteStaff(name: "吴", phone: "13800000077", role: OPERATOR)',
    employees,
  ],
  [
    'Mutation.lookUpByPhone',
    'staff',
    'lookUpByPhone(key: "key-of-phone", phone: "13800000007")',
    shopStaffOnly,
  ],
  [
    'Mutation.moveStaff',
    'operator',
    'moveStaff(key: "key-of-move", id: "0", shopId: "0")',
    operatorsOnly,
  ],
  [
    'Mutation.objectToLookUp',
    'member',
    'objectToLookUp(key: "key-of-object", id: "0")',
    membersOnly,
  ],
  ['Mutation.renewStaffCode', 'employee', 'renewStaffCode(id: "0")', employees],
  ['Mutation.signInStaffWithWechat', 'guest', 'signInStaffWithWechat(code: "0")', everybody],
  [
    'Mutation.switchStaff',
    'employee',
    'switchStaff(key: "key-of-switch", id: "0", active: false)',
    employees,
  ],
  ['Mutation.undoCoupon', 'staff', 'undoCoupon(key: "key-of-coupon", code: "0")', shopStaffOnly],
  [
    'Mutation.unmaskMember',
    'staff',
    'unmaskMember(key: "key-of-unmask", lookUpId: "0", reason: COMPLAINT)',
    shopStaffOnly,
  ],
]
