import type { GeneralComponentDefinition } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter/dist/glass_easel_miniprogram_adapter'
import { ARIA, builtins, type PropertyType } from '../builtins.ts'

const FIELD_LENGTH_MAX = 140

const TYPES = { text: String, number: Number, flag: Boolean, any: null } as const

interface BuiltinInstance {
  _$: { $$: Element | null }
  data: Record<string, unknown>
  setData(data: Record<string, unknown>): void
  triggerEvent(name: string, detail: unknown, options?: object): void
}

interface NativeEvent {
  type: string
  getOriginalEvent?(): Event
}

const targetOf = (event: NativeEvent): unknown => event.getOriginalEvent?.().target

function nativeDetail(target: unknown): Record<string, unknown> {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    return { value: target.value, cursor: target.selectionStart ?? 0 }
  }
  if (target instanceof HTMLImageElement) {
    return { width: target.naturalWidth, height: target.naturalHeight }
  }
  return {}
}

/** What the insides of the built-in components do with the browser's events. */
const methods = {
  noop() {},
  onNative(this: BuiltinInstance, event: NativeEvent) {
    this.triggerEvent(event.type, nativeDetail(targetOf(event)))
  },
  onKey(this: BuiltinInstance, event: NativeEvent) {
    const original = event.getOriginalEvent?.()
    if (!(original instanceof KeyboardEvent) || original.key !== 'Enter') return
    this.triggerEvent('confirm', nativeDetail(original.target))
  },
  onToggle(this: BuiltinInstance) {
    if (this.data.disabled) return
    const checked = !this.data.checked
    this.setData({ checked })
    this.triggerEvent('change', { value: checked })
  },
}

function propertyOf(name: string, type: PropertyType): { type: unknown; value?: unknown } {
  if (name === 'maxlength') return { type: Number, value: FIELD_LENGTH_MAX }
  return { type: TYPES[type] }
}

/** `ariaRole` becomes `role`, `ariaLabel` becomes `aria-label` and so on, on the host element. */
const ariaProperties = Object.fromEntries(
  ARIA.map((name) => {
    const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice(4).toLowerCase()}`
    const observer = function (this: BuiltinInstance, value: unknown) {
      const element = this._$.$$
      // A page that was left may be drawn once more; WeChat draws nothing then, and says nothing.
      if (!element) return
      const isSet = value !== undefined && value !== null && value !== ''
      if (isSet) element.setAttribute(attribute, String(value))
      else element.removeAttribute(attribute)
    }
    return [name, { type: null, observer }]
  }),
)

/** Registers the built-in components in the library's space and returns them by tag. */
export function registerBuiltins(
  library: CodeSpace,
  templates: Record<string, unknown>,
): Map<string, GeneralComponentDefinition> {
  const registered = new Map<string, GeneralComponentDefinition>()
  for (const [tag, builtin] of Object.entries(builtins)) {
    const path = `__builtin__/${tag}`
    library.addComponentStaticConfig(path, {
      component: true,
      usingComponents: {},
      styleIsolation: 'isolated',
    } as unknown as Parameters<CodeSpace['addComponentStaticConfig']>[1])
    library.addCompiledTemplate(path, {
      groupList: templates,
      content: templates[path],
    } as unknown as Parameters<CodeSpace['addCompiledTemplate']>[1])
    const own = Object.entries(builtin.properties).map(([name, type]) => [
      name,
      propertyOf(name, type),
    ])
    const properties = { ...ariaProperties, ...Object.fromEntries(own) }
    const definition = library
      .component(path)
      .definition({ options: { multipleSlots: false }, properties, methods } as never)
      .register() as unknown as { _$: GeneralComponentDefinition }
    registered.set(tag, definition._$)
  }
  return registered
}
