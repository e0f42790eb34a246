// Finds what a person finds: visible elements by role and name. The steps are looked for one inside the other;
// what comes back describes every element that the last step fits.
const [steps] = arguments;

const ROLES = {
  A: (el) => (el.hasAttribute('href') ? 'link' : ''),
  ARTICLE: 'article', ASIDE: 'complementary', BUTTON: 'button', DIALOG: 'dialog', FIELDSET: 'group', FORM: 'form',
  H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading', HEADER: 'banner',
  IMG: 'img', LI: 'listitem', MAIN: 'main', NAV: 'navigation', OL: 'list', OPTION: 'option', OUTPUT: 'status',
  PROGRESS: 'progressbar', SECTION: 'region', SUMMARY: 'button', TABLE: 'table', TD: 'cell', TEXTAREA: 'textbox',
  TH: (el) => (el.scope === 'row' ? 'rowheader' : 'columnheader'), TR: 'row', UL: 'list',
  SELECT: (el) => (el.multiple || el.size > 1 ? 'listbox' : 'combobox'),
  INPUT: (el) =>
    ({ button: 'button', submit: 'button', reset: 'button', checkbox: 'checkbox', radio: 'radio', range: 'slider',
       number: 'spinbutton', search: 'searchbox', hidden: '' })[el.type] ?? (el.list ? 'combobox' : 'textbox'),
};
const FIELDS = ['textbox', 'searchbox', 'spinbutton', 'combobox'];
const NAMED_BY_CONTENT = ['button', 'cell', 'checkbox', 'columnheader', 'gridcell', 'heading', 'link', 'listitem', 'menuitem',
  'option', 'radio', 'row', 'rowheader', 'switch', 'tab', 'tooltip'];
// Their names are all they contain, often a title and a sentence: a part of it is enough.
const PART_IS_ENOUGH = ['cell', 'checkbox', 'gridcell', 'listitem', 'option', 'radio', 'row', 'switch', 'alert', 'status'];

const tidy = (text) => text.replace(/\s+/g, ' ').trim();
const unseen = (el) => {
  const style = getComputedStyle(el);
  return el.ariaHidden === 'true' || style.display === 'none' || style.visibility !== 'visible';
};
const shown = (el) => {
  const box = el.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(el).visibility === 'visible'
    && !el.closest('[aria-hidden="true"], [inert]');
};

const roleOf = (el) => {
  const own = el.getAttribute('role')?.trim().split(/\s+/)[0];
  const native = ROLES[el.tagName] ?? '';
  return own || (typeof native === 'function' ? native(el) : native);
};

const said = (node, asked = true) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || (!asked && unseen(node))) return '';
  if (!asked && node.ariaLabel) return node.ariaLabel;
  if (node.tagName === 'IMG') return node.alt;
  if (['INPUT', 'SELECT', 'TEXTAREA'].includes(node.tagName)) return '';
  const inside = [...node.childNodes].map((child) => said(child, false)).join('');
  return getComputedStyle(node).display.startsWith('inline') ? inside : ` ${inside} `;
};
const saidBy = (el, attribute) => (el.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean)
  .map((id) => document.getElementById(id)).filter(Boolean).map((other) => said(other)).join(' ');

const nameOf = (el, role) => tidy(
  saidBy(el, 'aria-labelledby')
  || el.ariaLabel
  || [...(el.labels ?? [])].map((label) => said(label)).join(' ')
  || (el.tagName === 'FIELDSET' && el.querySelector('legend') && said(el.querySelector('legend')))
  || (el.tagName === 'TABLE' && el.caption && said(el.caption))
  || (role === 'button' && el.tagName === 'INPUT' && el.value)
  || (['alert', 'status', ...NAMED_BY_CONTENT].includes(role) && said(el))
  || el.alt || el.title || el.placeholder || '');

const withText = (root, text) => {
  const has = (el) => tidy(el.textContent).includes(text);
  return [...root.querySelectorAll('*')].filter((el) => has(el) && ![...el.children].some(has) && shown(el));
};
const withRole = (root, role, name) => {
  const fits = (el) => (role === 'field' ? FIELDS.includes(roleOf(el)) : roleOf(el) === role);
  const found = [...root.querySelectorAll('*')].filter((el) => fits(el) && shown(el));
  if (name === '') return found;
  const whole = found.filter((el) => nameOf(el, roleOf(el)) === name);
  if (whole.length || !PART_IS_ENOUGH.includes(role)) return whole;
  return found.filter((el) => nameOf(el, role).includes(name));
};

// A box or button that is drawn by its label is one invisible pixel itself: the hand goes to the label.
const handle = (el) => {
  const box = el.getBoundingClientRect();
  const drawn = box.width > 4 && box.height > 4 && getComputedStyle(el).opacity !== '0';
  return drawn ? el : (el.closest('label') ?? el.labels?.[0] ?? el);
};
const describe = (el) => ({
  element: el,
  handle: handle(el),
  role: roleOf(el),
  name: nameOf(el, roleOf(el)),
  description: tidy(`${saidBy(el, 'aria-describedby')} ${saidBy(el, 'aria-errormessage')}`),
  text: tidy(el.innerText ?? ''),
  value: el.value ?? null,
  enabled: !el.matches(':disabled') && !el.closest('[aria-disabled="true"]'),
  invalid: el.ariaInvalid === 'true',
  chosen: el.checked === true || [el.ariaChecked, el.ariaSelected, el.ariaPressed].includes('true'),
  expanded: el.ariaExpanded === 'true',
  focused: el === document.activeElement,
});

if (steps === null) return document.activeElement ? describe(document.activeElement) : null;
let places = [document];
for (const { role, name: asked, nth } of steps) {
  const name = tidy(asked);
  const found = places.flatMap((place) => (role === 'text' ? withText(place, name) : withRole(place, role, name)));
  places = nth === null ? found : found.slice(nth, nth + 1);
}
return places.map(describe);
