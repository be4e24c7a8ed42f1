/** Building what is seen: small functions over the DOM, nothing kept between calls. */

const SVG = 'http://www.w3.org/2000/svg';

function put(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== '') {
      node.append(child instanceof Node ? child : String(child));
    }
  }
  return node;
}

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name === 'value' && 'value' in node) {
      node.value = value;
    } else if (name === 'checked' || name === 'open') {
      node[name] = Boolean(value);
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  return node;
}

/**
 * An element. Attributes whose name begins with "on" are listeners; null and false leave an attribute out.
 *
 * @param {string} name of the element, with a class after each dot: `p.quiet`
 * @param {object|null} attributes
 * @param {...any} children nodes, texts, lists of them; null, false and empty texts are left out
 * @returns {HTMLElement}
 */
export function h(name, attributes, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length) {
    node.className = classes.join(' ');
  }
  put(node, children);
  return set(node, attributes);
}

/**
 * An element of a drawing.
 *
 * @param {string} name
 * @param {object|null} attributes
 * @param {...any} children
 * @returns {SVGElement}
 */
export function svg(name, attributes, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElementNS(SVG, tag);
  if (classes.length) {
    node.setAttribute('class', classes.join(' '));
  }
  return put(set(node, attributes), children);
}

/** Replaces what a node holds. */
export function fill(node, ...children) {
  node.replaceChildren();
  return put(node, children);
}

let counted = 0;

/** An id for a label and its field, unique on the page. */
export function idFor(stem) {
  counted += 1;
  return `${stem}-${counted}`;
}
