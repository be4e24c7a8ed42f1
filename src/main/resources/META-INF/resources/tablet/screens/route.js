/** Where we are: the part of the address after #. It carries ids and codes, never names. */

/**
 * @param {string} hash
 * @returns {{name: string, id: string|null, rest: string|null, field: string|null}}
 */
export function placeOf(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  const field = new URLSearchParams(query || '').get('field');
  if (parts[0] === 'sheet' && parts[1]) {
    return { name: parts[2] || 'ask', id: parts[1], rest: parts[3] || null, field };
  }
  return { name: parts[0] || 'today', id: null, rest: parts[1] || null, field };
}

/** The address of one sheet's screen. */
export function sheetAddress(id, screen = '', rest = '') {
  return ['#/sheet', id, screen, encodeURIComponent(rest)].filter(Boolean).join('/');
}

/** Goes there at once, without waiting for the browser to tell of it; the same address again shows it anew. */
export function go(address) {
  if (location.hash !== address) {
    history.pushState(null, '', address);
  }
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Goes there without leaving a step to come back to. */
export function goInstead(address) {
  history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
