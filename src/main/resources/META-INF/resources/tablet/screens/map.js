/**
 * The way through the questionnaire as a drawing: questions that are asked under the same condition share a station, each
 * station stands one level below those its condition looks at, the leaves below their questions. `mapOf` places, `drawMap`
 * draws; the drawing carries its words for those who do not see it.
 */
import { svg } from './dom.js';
import { answerWord, LEAF_LINES, SHORT } from './words.js';

const WIDTH = 262;
const GAP = 28;
const ROW = 34;
const HEAD = 12;
const LEVEL_GAP = 54;
const LEAF = 68;

/** @returns {object} frozen: {width, height, stations, leaves, ways, words} */
export function mapOf(definition, state, answers) {
  const stations = stationsOf(definition, state, answers);
  place(stations);
  const leaves = leavesOf(definition, stations, state);
  const right = Math.max(...stations.map(one => one.x + WIDTH));
  const bottom = Math.max(...leaves.map(one => one.y + one.height));
  const ways = [...waysTo(stations), ...leaves.map(leaf => ({ from: leaf.station, to: leaf, says: '', walked: leaf.reached }))];
  return Object.freeze({ width: right + 4, height: bottom + 4, stations, leaves, ways, words: inWords(stations, leaves) });
}

function stationsOf(definition, state, answers) {
  const stations = [];
  const short = SHORT[definition.code] || {};
  for (const question of definition.questions) {
    const key = JSON.stringify(question.askWhen || null);
    let station = stations.find(one => one.key === key);
    if (!station) {
      station = { key, condition: question.askWhen, rows: [], walked: false };
      stations.push(station);
    }
    const on = ['on-branch', 'unanswered'].includes(state.states[question.code]);
    station.walked ||= on && (state.path.includes(question.code) || !state.next);
    station.rows.push({ code: question.code, says: short[question.code] || '', on,
      answer: on ? answerWord(question, answers[question.code]) : '', choices: question.choices });
  }
  return stations;
}

function branchesOf(condition) {
  return !condition ? [] : condition.question ? [condition] : [...(condition.all || []), ...(condition.any || []), condition.not].filter(Boolean).flatMap(branchesOf);
}

function place(stations) {
  const home = code => stations.find(one => one.rows.some(row => row.code === code));
  for (const station of stations) {
    station.sources = branchesOf(station.condition).map(one => ({ station: home(one.question), question: one.question, is: one.is }));
    station.level = station.sources.length ? 1 + Math.max(...station.sources.map(one => one.station.level)) : 0;
    station.height = HEAD * 2 + station.rows.length * ROW;
  }
  const levels = Math.max(...stations.map(one => one.level)) + 1;
  const widest = Math.max(...Array.from({ length: levels }, (_, level) => stations.filter(one => one.level === level).length));
  let y = 4;
  for (let level = 0; level < levels; level += 1) {
    const row = stations.filter(one => one.level === level);
    const room = widest * WIDTH + (widest - 1) * GAP;
    const each = room / row.length;
    row.forEach((station, i) => Object.assign(station, { x: 4 + each * i + (each - WIDTH) / 2, y, width: WIDTH }));
    y += Math.max(...row.map(one => one.height)) + LEVEL_GAP;
  }
}

function leavesOf(definition, stations, state) {
  const y = Math.max(...stations.map(one => one.y + one.height)) + LEVEL_GAP - 14;
  const leaves = definition.leaves.map(leaf => ({ leaf, station: stations.find(one => one.rows.some(row => leaf.questions?.includes(row.code))) || stations.at(-1) }));
  return leaves.map(one => {
    const sharing = leaves.filter(other => other.station === one.station);
    const width = (WIDTH - 8 * (sharing.length - 1)) / sharing.length;
    return { code: one.leaf.code, name: one.leaf.name, station: one.station, y, height: LEAF, width,
      x: one.station.x + sharing.indexOf(one) * (width + 8), reached: state.leaf === one.leaf.code };
  });
}

function waysTo(stations) {
  return stations.flatMap(station => station.sources.map(source => {
    const row = source.station.rows.find(one => one.code === source.question);
    const says = source.is.map(code => row.choices.find(one => one.code === code)?.label).join('・');
    return { from: source.station, to: station, says, walked: station.walked && row.on && says.split('・').includes(row.answer) };
  }));
}

function inWords(stations, leaves) {
  const walked = stations.filter(one => one.walked).flatMap(one => one.rows.filter(row => row.answer).map(row => `${row.code}${row.says && `（${row.says}）`} ${row.answer}`));
  const reached = leaves.find(one => one.reached);
  return [...walked, reached && `着いたところ：${reached.name}`].filter(Boolean).join('、');
}

/** @param {object} map of {@link mapOf} @returns {SVGElement} */
export function drawMap(map) {
  const order = [...map.ways].sort((one, other) => Number(one.walked) - Number(other.walked));
  return svg('svg.map', { viewBox: `0 0 ${map.width} ${map.height}`, role: 'img', 'aria-label': `診断の地図。${map.words || 'まだ答えはありません'}` },
    order.map(drawWay), map.stations.map(drawStation), map.leaves.map(drawLeaf));
}

function drawWay({ from, to, says, walked }) {
  const x = from.x + from.width / 2;
  const start = from.y + from.height;
  const end = to.x + to.width / 2;
  const middle = to.y - LEVEL_GAP / 2 + 4;
  const goal = Math.abs(end - x) > WIDTH / 3 && to.level !== undefined ? end + (x < end ? -24 : 24) : end;
  const tip = walked ? 11 : 7;
  const fromLeft = x < goal - 1;
  return svg(`g.way${walked ? '.walked' : ''}`, null,
    svg('path', { d: `M${x} ${start} V${middle - 8} H${goal} V${to.y - 9}` }),
    svg('path.tip', { d: `M${goal - tip} ${to.y - tip * 1.6} L${goal} ${to.y - 1} L${goal + tip} ${to.y - tip * 1.6} Z` }),
    says ? svg('text.way-says', fromLeft ? { x: goal - 13, y: to.y - 12, 'text-anchor': 'end' } : { x: goal + 13, y: to.y - 12 }, says) : null);
}

function drawStation({ x, y, width, height, rows, walked }) {
  return svg(`g.station${walked ? '.walked' : ''}`, null,
    svg('rect', { x, y, width, height, rx: 10 }),
    rows.map((row, i) => [
      svg('text.station-says', { x: x + 14, y: y + HEAD + i * ROW + 24 }, row.says || row.code),
      row.answer ? svg('text.station-answer', { x: x + width - 14, y: y + HEAD + i * ROW + 24, 'text-anchor': 'end' }, row.answer) : null]));
}

function drawLeaf({ x, y, width, height, code, name, reached }) {
  const lines = width < WIDTH ? LEAF_LINES[name] || halves(name) : [name];
  return svg(`g.leaf${reached ? '.reached' : ''}`, { 'data-leaf': code },
    svg('rect', { x, y, width, height, rx: height / 2.4 }),
    lines.map((line, i) => svg('text', { x: x + width / 2, y: y + height / 2 + 6 + (i - (lines.length - 1) / 2) * 24, 'text-anchor': 'middle' }, line)));
}

function halves(name) {
  const middle = Math.ceil(name.length / 2);
  return name.length > 6 ? [name.slice(0, middle), name.slice(middle)] : [name];
}
