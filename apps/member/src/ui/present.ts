/** Without what is undefined: the framework's elements would take it for a value. */
export function present<Props extends object>(props: Props): Partial<Props> {
  const entries = Object.entries(props).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<Props>
}
