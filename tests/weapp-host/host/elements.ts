import { builtins } from '../builtins.ts'

const PACKAGE_ROOT = '/package/'

/** The browser's tag for a tag of the mini-program: its own element, never a native control. */
function browserTag(tag: string): string {
  if (tag.startsWith('h-')) return tag.slice(2)
  return tag in builtins ? `wx-${tag}` : tag
}

/** Where a picture of the mini-program is: in its package, unless it names another place. */
export function pictureUrl(source: string): string {
  if (source === '' || /^(https?|data|wxfile|blob):/.test(source)) return source
  return PACKAGE_ROOT + source.replace(/^(\.{0,2}\/)+/, '')
}

/** Makes an attribute of a template do in the browser what it does on the phone. */
function wireAttributes(element: HTMLElement): void {
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name: string, value: string) => {
    if (name === 'disabled') {
      element.toggleAttribute('disabled', value !== 'false' && value !== '')
      return
    }
    if (name === 'value' && 'value' in element && element.value !== value) element.value = value
    if (name === 'maxlength' && value === '') element.removeAttribute('maxlength')
    else setAttribute(name, name === 'src' ? pictureUrl(value) : value)
  }
}

/** The document as the component framework may use it. */
export const viewDocument = {
  createElement(tag: string): HTMLElement {
    const element = document.createElement(browserTag(tag))
    if (tag.startsWith('h-')) wireAttributes(element)
    return element
  },
  createTextNode: (text: string): Text => document.createTextNode(text),
  createDocumentFragment: (): DocumentFragment => document.createDocumentFragment(),
}
