/** Type of a built-in component's property: text, number, flag, or anything. */
export type PropertyType = 'text' | 'number' | 'flag' | 'any'

export interface Builtin {
  properties: Readonly<Record<string, PropertyType>>
  /** The view of the component. Tags that begin with `h-` become the plain HTML element. */
  template: string
}

/** Accessibility settings every component takes; the host hands them on to the browser. */
export const ARIA = [
  'Role',
  'Label',
  'Labelledby',
  'Describedby',
  'Checked',
  'Pressed',
  'Selected',
  'Expanded',
  'Disabled',
  'Hidden',
  'Live',
  'Atomic',
  'Busy',
  'Modal',
  'Haspopup',
  'Level',
  'Valuenow',
  'Valuemin',
  'Valuemax',
  'Valuetext',
].map((name) => `aria${name}`)

const names = (list: string, type: PropertyType): Record<string, PropertyType> =>
  Object.fromEntries(list.split(' ').map((name) => [name, type]))

const PRESSED = {
  ...names('hoverClass', 'text'),
  ...names('hoverStopPropagation hidden', 'flag'),
  ...names('hoverStartTime hoverStayTime', 'number'),
  animation: 'any',
} as const

const FIELD = {
  ...names('value type placeholder placeholderStyle placeholderClass confirmType name', 'text'),
  ...names('password disabled focus autoFocus confirmHold adjustPosition holdKeyboard', 'flag'),
  ...names('alwaysEmbed autoHeight fixed showConfirmBar disableDefaultPadding', 'flag'),
  ...names('maxlength cursorSpacing cursor selectionStart selectionEnd', 'number'),
  ...names('safePasswordCertPath safePasswordTimeStamp safePasswordNonce', 'text'),
  ...names('safePasswordSalt safePasswordCustomHash autoFill cursorColor', 'text'),
  safePasswordLength: 'number',
  adjustKeyboardTo: 'text',
  animation: 'any',
} as const

const plain = (properties: Record<string, PropertyType> = {}): Builtin => ({
  properties,
  template: '<slot/>',
})
const empty = (properties: Record<string, PropertyType>): Builtin => ({ properties, template: '' })

const INPUT_KIND = "{{password?'password':type==='number'||type==='digit'?'tel':'text'}}"
const IMAGE_FIT = "{{mode==='aspectFit'?'contain':mode==='aspectFill'?'cover':'fill'}}"
const FIELD_EVENTS =
  'catch:input="onNative" bind:focus="onNative" bind:blur="onNative" bind:keydown="onKey"'
const BARE = 'border:0;outline:0;padding:0;background:transparent;font:inherit;color:inherit'

/**
 * The components a mini-program gets from the platform, as far as this host draws them. The
 * template compiler and the view side read the same list.
 */
export const builtins: Readonly<Record<string, Builtin>> = {
  view: plain(PRESSED),
  text: plain({
    ...names('space overflow', 'text'),
    ...names('selectable decode userSelect', 'flag'),
    maxLines: 'number',
  }),
  button: plain({
    ...PRESSED,
    ...names('size type formType openType lang name scope sessionFrom appParameter', 'text'),
    ...names('plain disabled loading showMessageCard phoneNumberNoQuotaToast', 'flag'),
    ...names('sendMessageTitle sendMessagePath sendMessageImg publicId businessId', 'text'),
  }),
  image: {
    properties: {
      ...names('src mode', 'text'),
      ...names('lazyLoad webp showMenuByLongpress fadeIn', 'flag'),
    },
    template: `<h-img src="{{src}}" alt="" style="display:block;width:100%;height:100%;object-fit:${IMAGE_FIT}" bind:load="onNative" bind:error="onNative"/>`,
  },
  input: {
    properties: FIELD,
    template: `<h-input style="width:100%;height:100%;${BARE}" value="{{value}}" type="${INPUT_KIND}" placeholder="{{placeholder}}" maxlength="{{maxlength<0?'':maxlength}}" disabled="{{disabled}}" ${FIELD_EVENTS} catch:change="noop"/>`,
  },
  textarea: {
    properties: FIELD,
    template: `<h-textarea style="width:100%;height:100%;${BARE}" value="{{value}}" placeholder="{{placeholder}}" ${FIELD_EVENTS} catch:change="noop"/>`,
  },
  'scroll-view': plain({
    ...names('usingSticky scrollIntoViewWithinExtent refresherTwoLevelEnabled', 'flag'),
    ...names('refresherTwoLevelTriggered refresherTwoLevelScrollEnabled', 'flag'),
    ...names('refresherBallisticRefreshEnabled refresherTwoLevelPinned', 'flag'),
    ...names('refresherTwoLevelThreshold refresherTwoLevelCloseThreshold', 'number'),
    associativeContainer: 'text',
    ...PRESSED,
    ...names('scrollX scrollY scrollWithAnimation enableBackToTop enableFlex enhanced', 'flag'),
    ...names('scrollAnchoring refresherEnabled refresherTriggered bounces showScrollbar', 'flag'),
    ...names('pagingEnabled fastDeceleration enablePassive reverse clip', 'flag'),
    ...names(
      'upperThreshold lowerThreshold refresherThreshold cacheExtent minDragDistance',
      'number',
    ),
    ...names('scrollIntoView refresherDefaultStyle refresherBackground type', 'text'),
    ...names('scrollTop scrollLeft padding worklet scrollIntoViewAlignment', 'any'),
  }),
  swiper: plain({
    ...names('indicatorDots autoplay circular vertical snapToEdge', 'flag'),
    ...names('current interval duration displayMultipleItems', 'number'),
    ...names(
      'indicatorColor indicatorActiveColor previousMargin nextMargin easingFunction',
      'text',
    ),
  }),
  'swiper-item': plain({ itemId: 'text', skipHiddenItemLayout: 'flag' }),
  form: plain({ reportSubmit: 'flag', reportSubmitTimeout: 'number' }),
  label: plain(names('for name', 'text')),
  icon: empty({ type: 'text', size: 'any', color: 'text' }),
  switch: {
    properties: { ...names('type color name', 'text'), ...names('checked disabled', 'flag') },
    template:
      '<h-i role="switch" aria-checked="{{checked}}" class="mp-switch" bind:tap="onToggle"></h-i>',
  },
  checkbox: plain({ ...names('value color name', 'text'), ...names('disabled checked', 'flag') }),
  'checkbox-group': plain(names('name', 'text')),
  radio: plain({ ...names('value color name', 'text'), ...names('disabled checked', 'flag') }),
  'radio-group': plain(names('name', 'text')),
  picker: plain({
    ...names('mode rangeKey start end fields headerText name', 'text'),
    ...names('range value', 'any'),
    disabled: 'flag',
  }),
  progress: empty({
    percent: 'number',
    ...names('strokeWidth', 'any'),
    ...names('color activeColor backgroundColor', 'text'),
    ...names('active showInfo', 'flag'),
  }),
  slider: empty({ ...names('min max step value', 'number'), disabled: 'flag' }),
  'rich-text': empty({ nodes: 'any', space: 'text', userSelect: 'flag' }),
  navigator: plain({ ...names('url openType target hoverClass', 'text'), delta: 'number' }),
  'cover-view': plain(PRESSED),
  'cover-image': {
    properties: { src: 'text' },
    template: '<h-img src="{{src}}" alt=""/>',
  },
  'web-view': empty({ src: 'text' }),
  canvas: {
    properties: { ...names('type canvasId', 'text'), disableScroll: 'flag' },
    template: '<h-canvas style="width:100%;height:100%"></h-canvas>',
  },
  video: empty({
    ...names('src poster', 'text'),
    ...names('controls autoplay loop muted', 'flag'),
  }),
  map: empty({ ...names('latitude longitude scale', 'number'), markers: 'any' }),
  'root-portal': plain({ enable: 'flag' }),
  'page-meta': plain({
    ...names('rootFontSize pageFontSize backgroundColor rootBackgroundColor pageStyle', 'text'),
    ...names('backgroundTextStyle scrollTop scrollDuration', 'text'),
  }),
  'page-container': plain({
    ...names('show overlay round closeOnSlideDown', 'flag'),
    ...names('duration zIndex', 'number'),
    ...names('position overlayStyle customStyle', 'text'),
  }),
}
