import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { registerBuiltins } from './builtin-components.ts'
import { viewDocument } from './elements.ts'
import { withPlainEvents } from './event.ts'
import { duringTap } from './gesture.ts'
import { fault } from './record.ts'
import type { MiniProgram, PageConfig } from './window.ts'

type Definition = Record<string, unknown>

/** A page's or component's instance, as the logic side holds it. */
export interface Instance extends Definition {
  route?: string
  options?: Record<string, string>
  setData(data: Definition, done?: () => void): void
}

export interface ViewPage {
  instance: Instance
  attach(parent: HTMLElement, placeholder: HTMLElement): void
  release(): void
}

export interface View {
  definePage(path: string, definition: Definition): void
  defineComponent(path: string, definition: Definition): void
  isDefined(path: string): boolean
  createPage(path: string): ViewPage
}

interface Watchers {
  /** Called with each new component, before anything else happens to it. */
  componentCreated(instance: Instance, path: string): void
  /** Called when a `<button>` was tapped, after the app's own handlers. */
  buttonTapped(button: glassEasel.GeneralComponent): void
}

/** The component of the nearest `<button>` around an element, if there is one. */
function buttonAround(original: unknown): glassEasel.GeneralComponent | null {
  const target = original instanceof Event ? original.target : null
  const button = target instanceof Element ? target.closest('wx-button') : null
  return (button as { __wxElement?: glassEasel.GeneralComponent } | null)?.__wxElement ?? null
}

function reportFrameworkErrors(dialect: MiniProgram['dialect']): void {
  glassEasel.globalOptions.throwGlobalError = false
  glassEasel.addGlobalErrorListener((error) => {
    fault(error)
    return false
  })
  glassEasel.addGlobalWarningListener((warning) => {
    // The platform's own components take null for a missing property without a word.
    if (warning.endsWith('Used default value instead.')) return false
    // The built-in components here have the properties of WeChat's; Alipay's have others besides.
    if (dialect === 'alipay' && warning.endsWith('is not a valid property')) return false
    fault(`component framework: ${warning}`)
    return false
  })
}

/**
 * The view side: WeChat's own component framework on the browser's document, with the app's
 * templates and styles and this host's built-in components.
 */
export function createView(app: MiniProgram, watchers: Watchers): View {
  reportFrameworkErrors(app.dialect)
  const context = new glassEasel.CurrentWindowBackendContext()
  context.document = viewDocument as unknown as typeof context.document
  const environment = new MiniProgramEnv()
  const backend = environment.associateBackend(context)
  context.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options)
    const button = type === 'tap' ? buttonAround(options.originalEvent) : null
    if (button?.data.disabled) return event.getEventBubbleStatus()
    if (type !== 'tap') glassEasel.Event.dispatchEvent(target, event)
    else {
      duringTap(() => {
        glassEasel.Event.dispatchEvent(target, event)
        if (button) watchers.buttonTapped(button)
      })
    }
    return event.getEventBubbleStatus()
  })

  const builtins = registerBuiltins(environment.createCodeSpace('builtin', false), app.templates)
  const space = environment.createCodeSpace('app', true)
  const spaceOptions = space as unknown as {
    prepareComponentOptions(path: string, options: object): [Record<string, unknown>, unknown]
  }
  const prepare = spaceOptions.prepareComponentOptions.bind(space)
  // Ids of the templates stay as they are written, so that a test can find what it taps.
  spaceOptions.prepareComponentOptions = (path, options) => {
    const [prepared, isolation] = prepare(path, options)
    Object.assign(prepared, { idPrefixGenerator: null, writeIdToDOM: true })
    return [prepared, isolation]
  }
  for (const [tag, definition] of builtins) {
    space.getComponentSpace().setGlobalUsingComponent(tag, definition)
  }
  for (const [path, config] of Object.entries(app.json)) {
    if (path === 'app' || path.startsWith('project.')) continue
    const page = config as PageConfig
    const styleIsolation = page.styleIsolation ?? (page.component ? 'apply-shared' : undefined)
    space.addComponentStaticConfig(path, { ...page, styleIsolation } as never)
  }
  for (const [path, content] of Object.entries(app.templates)) {
    space.addCompiledTemplate(path, { groupList: app.templates, content } as never)
  }
  for (const [path, css] of Object.entries(app.css)) {
    space.addStyleSheet(path, path)
    backend.registerStyleSheetContent(path, css)
  }

  const defined = new Set<string>()
  return {
    isDefined: (path) => defined.has(path),
    definePage(path, definition) {
      defined.add(path)
      space.componentEnv(path, ({ Page }) => Page(withPlainEvents(definition) as never))
    },
    defineComponent(path, definition) {
      const component = withPlainEvents(definition)
      const lifetimes = (component.lifetimes ?? {}) as Definition
      const created = lifetimes.created ?? component.created
      delete component.created
      component.lifetimes = {
        ...lifetimes,
        created(this: Instance) {
          watchers.componentCreated(this, path)
          if (typeof created === 'function') Reflect.apply(created, this, [])
        },
      }
      space.componentEnv(path, ({ Component }) => Component(component as never))
    },
    createPage(path) {
      const root = backend.createRoot('page', space, path)
      return {
        instance: root.get() as unknown as Instance,
        attach: (parent, placeholder) => root.attach(parent as never, placeholder as never),
        release: () => root.release(),
      }
    },
  }
}
