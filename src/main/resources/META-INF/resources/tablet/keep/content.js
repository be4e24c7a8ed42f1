/**
 * What a sheet says, as it is sent (NewDiagnosis of the API), and whether two say the same.
 *
 * @typedef {object} Content a diagnosis as the API takes it; fields left empty on the screen may be '' or null here
 */

/** Fields of the answer that are the sheet itself; the others are what the server adds. */
const FIELDS = ['questionnaire', 'interviewedOn', 'branch', 'interviewer', 'reference', 'occasion', 'manner', 'enterprise',
  'representative', 'answers', 'comments', 'facts', 'supportWish', 'desiredSupports', 'contactPreference',
  'familyContactAllowed', 'consents', 'note'];

/** Without what was left empty: the server takes no '' for a date. The order of the fields stays as it is. */
export function outgoing(content) {
  const cleaned = cleanedOf(content) ?? {};
  cleaned.answers ??= {};
  return cleaned;
}

function cleanedOf(value) {
  if (value === null || value === undefined || value === '') {
    return undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map(cleanedOf).filter(item => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([name, field]) => [name, cleanedOf(field)]).filter(([, field]) => field !== undefined);
    return fields.length === 0 ? undefined : Object.fromEntries(fields);
  }
  return value;
}

/** The sheet within the server's answer. */
export function contentOf(view) {
  return Object.fromEntries(FIELDS.filter(field => view[field] !== undefined).map(field => [field, view[field]]));
}

/** Whether both say the same, in whatever order their fields stand. */
export function sameContent(one, other) {
  return canonical(contentOf(outgoing(one))) === canonical(contentOf(outgoing(other)));
}

/** @returns {string} the same text for the same value */
export function canonical(value) {
  return JSON.stringify(value, (name, field) => field !== null && typeof field === 'object' && !Array.isArray(field)
    ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
    : field);
}

/** @returns {Array<{field: string, mine: *, theirs: *}>} every answer and field in which they differ */
export function differences(mine, theirs) {
  const one = flat(contentOf(outgoing(mine)));
  const other = flat(contentOf(outgoing(theirs)));
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter(field => canonical(one.get(field) ?? null) !== canonical(other.get(field) ?? null))
    .map(field => ({ field, mine: one.get(field) ?? null, theirs: other.get(field) ?? null }));
}

function flat(content) {
  const fields = new Map();
  for (const [name, value] of Object.entries(content)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      Object.entries(value).forEach(([inner, field]) => fields.set(`${name}.${inner}`, field));
    } else {
      fields.set(name, value);
    }
  }
  return fields;
}
