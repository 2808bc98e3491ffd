/**
 * What WeChat allows in each kind of field of a subscribe-message template. The kind is the name of
 * the field without its number: `thing1` is a `thing`.
 */
const DATE = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})`
const TIME = String.raw`\d{1,2}:\d{2}(:\d{2})?`

const rules: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/u,
  number: /^-?\d{1,32}(\.\d{1,31})?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: new RegExp(`^(${DATE} )?${TIME}$`),
  date: new RegExp(`^${DATE}( ${TIME})?$`),
  amount: /^\p{Sc}?\d{1,10}(\.\d{1,2})?元?$/u,
  phone_number: /^[\d+()#*-]{1,17}$/,
  car_number: /^\p{Script=Han}?[A-Za-z0-9]{1,6}\p{Script=Han}?$/u,
  name: /^((?=.*\p{Script=Han}).{1,10}|\P{Script=Han}{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** The first field whose text breaks the rule of its kind, or nothing when all may be sent. */
export function badField(data: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(data).find(([field, text]) => {
    const rule = rules[field.replace(/\d+$/, '')]
    return !rule?.test(text)
  })?.[0]
}
