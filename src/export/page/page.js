'use strict';
{
// The articles are the data: this script hides, counts and lays out what stands in them.
const $ = (what, at = document) => at.querySelector(what);
const $$ = (what, at = document) => [...at.querySelectorAll(what)];
const make = (name, text = '', kind = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
const cards = $('#cards'), query = $('#q'), status = $('[role=status]'), filters = $('#filters');
const sheets = $$('article', cards);
const values = sheets.map(sheet => sheet.dataset.f.split(' ').filter(Boolean).map(Number));
const facets = $$('fieldset[name]').map(set => ({ name: set.name, boxes: $$('input', set) }));
const boxes = facets.flatMap(facet => facet.boxes);
const facetOf = facets.flatMap((facet, index) => facet.boxes.map(() => index));
const counts = boxes.map(box => ({ at: $('b', box.parentNode), now: -1 }));
const visible = sheets.map(() => true);
const cell = (sheet, key) => $(`[data-k=${key}]`, sheet);
const title = sheet => $('h2', sheet).textContent;

// Folded: accents, capitals and marks do not count, nor does a plural.
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[^\p{L}\p{N}]+/gu, ' ');
const texts = [];
const text = index => texts[index] ??= ' ' + fold(
  $$('h2,p,dd,.meta li,.tools li', sheets[index]).map(part => part.textContent).join(' '));
const wanted = () => fold(query.value).split(' ').filter(Boolean)
  .map(word => ' ' + (word.length > 3 ? word.replace(/[sx]$/, '') : word));

const count = number => {
  const words = $('#count span').dataset;
  const noun = (document.documentElement.lang === 'fr' ? number < 2 : number === 1) ? words.one : words.many;
  return `${noun}${number < sheets.length ? ` ${words.of} ${sheets.length}` : ''}`;
};

let spoken, written, view = '';
function update() {
  const words = wanted();
  const chosen = facets.map(facet => facet.boxes.filter(box => box.checked).map(box => +box.dataset.n));
  const found = new Array(boxes.length).fill(0);
  let shown = 0;
  sheets.forEach((sheet, index) => {
    // A value counts the sheets that all other facets let through.
    let misses = words.every(word => text(index).includes(word)) ? 0 : 2, missed;
    for (let facet = 0; facet < chosen.length && misses < 2; facet++) {
      if (chosen[facet].length && !chosen[facet].some(value => values[index].includes(value))) {
        misses++;
        missed = facet;
      }
    }
    if (misses < 2) {
      for (const value of values[index]) if (!misses || facetOf[value] === missed) found[value]++;
    }
    shown += !misses;
    if (visible[index] === !misses) return;
    visible[index] = !misses;
    sheet.hidden = !!misses;
    for (const rows of Object.values(built)) rows[index] && (rows[index].hidden = !!misses);
  });
  counts.forEach((count, value) => {
    if (count.now === found[value]) return;
    if (!count.now !== !found[value]) count.at.parentNode.classList.toggle('none', !found[value]);
    count.at.textContent = count.now = found[value];
  });
  $('#count b').textContent = shown;
  $('#count span').textContent = count(shown);
  $('#chosen').textContent = chosen.flat().length || '';
  $('#nothing').hidden = shown > 0;
  $('#all').hidden = !words.length && !chosen.flat().length;
  clearTimeout(spoken);
  spoken = setTimeout(() => { status.textContent = `${shown} ${count(shown)}`; }, 800);
}

// What is seen of the data: each view is made when it is first asked for.
const built = {};
const link = sheet => {
  const made = make('a', title(sheet));
  made.href = '#' + sheet.id;
  return made;
};
const row = (body, sheet, ...cells) => {
  const made = make('tr'), head = make('th');
  head.scope = 'row';
  head.append(link(sheet));
  made.append(head, ...cells);
  body.append(made);
  return made;
};
const views = {
  table(at) {
    const columns = ['territory', 'year', 'commissioners', 'outcome', 'cost'], body = $('tbody', at);
    const rows = sheets.map(sheet => row(body, sheet, ...columns.map(key => {
      const from = cell(sheet, key), made = make('td', from?.textContent, key === 'cost' ? 'number' : '');
      made.dataset.n = from?.dataset.n ?? '';
      return made;
    })));
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    $$('thead th', at).forEach((head, column) => head.addEventListener('click', () => {
      const way = head.ariaSort === 'ascending' ? -1 : 1;
      $$('thead th', at).forEach(other => { other.ariaSort = 'none'; });
      head.ariaSort = way > 0 ? 'ascending' : 'descending';
      const keys = new Map(rows.map(row => [row, row.cells[column]]));
      const key = row => keys.get(row).dataset.n || keys.get(row).textContent;
      // What says nothing comes last, whichever way the order goes.
      body.append(...[...rows].sort((one, other) =>
        !key(one) - !key(other) || way * order(key(one), key(other))));
    }));
    return rows;
  },
  timeline(at) {
    const days = sheets.map(sheet => sheet.dataset.days?.split(' ').map(Date.parse));
    const years = days.flat().filter(Boolean).map(day => new Date(day).getUTCFullYear());
    const first = Math.min(...years), last = Math.max(...years) + 1;
    const start = Date.UTC(first), length = Date.UTC(last) - start;
    at.style.setProperty('--years', last - first);
    const axis = make('th', '', 'axis'), step = Math.ceil((last - first) / 12);
    axis.scope = 'col';
    for (let year = first; year < last; year += step) {
      const tick = make('span', year);
      tick.style.setProperty('--from', (Date.UTC(year) - start) / length);
      axis.append(tick);
    }
    $('thead tr', at).append(axis);
    return sheets.map((sheet, index) => {
      if (!days[index]) return;
      const [from, to] = days[index], drawn = make('td', '', 'axis'), bar = make('i');
      bar.style.setProperty('--from', (from - start) / length);
      bar.style.setProperty('--long', (to - from) / length);
      drawn.append(bar);
      return row($('tbody', at), sheet, make('td', cell(sheet, 'year')?.textContent), drawn);
    });
  },
  map(at) {
    const draw = (name, attributes, text = '') => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const key in attributes) made.setAttribute(key, attributes[key]);
      made.textContent = text;
      return made;
    };
    const points = sheets.map(sheet => sheet.dataset.point?.split(' ').map(Number));
    const norths = points.filter(Boolean).map(point => point[0]), easts = points.filter(Boolean).map(point => point[1]);
    const middle = (all, span) => [(Math.min(...all) + Math.max(...all) - span) / 2, span];
    const width = 1000, height = 700;
    const narrow = Math.cos((Math.min(...norths) + Math.max(...norths)) / 2 * Math.PI / 180);
    const range = all => Math.max(...all) - Math.min(...all);
    const degree = Math.min(width / (range(easts) * narrow * 1.3 || 1), height / (range(norths) * 1.3 || 1), 40000);
    const [west] = middle(easts, width / degree / narrow), [south] = middle(norths, height / degree);
    const x = east => (east - west) * degree * narrow, y = north => height - (north - south) * degree;
    const map = draw('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
    const steps = [.01, .02, .05, .1, .2, .5, 1, 2, 5, 10, 20];
    const step = steps.find(step => step * degree > 110) ?? 45;
    const written = value => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 }) + '°';
    for (let at = Math.ceil(west / step); x(at * step) < width; at++) {
      map.append(draw('path', { d: `M${x(at * step)} 0V${height}` }), draw('text', { x: x(at * step) + 4, y: height - 6, class: 'degree' }, written(at * step)));
    }
    for (let at = Math.ceil(south / step); y(at * step) > 0; at++) {
      map.append(draw('path', { d: `M0 ${y(at * step)}H${width}` }), draw('text', { x: 4, y: y(at * step) - 4, class: 'degree' }, written(at * step)));
    }
    const far = [1, 2, 5, 10, 20, 50, 100, 200, 500].findLast(km => km / 111.2 * degree < 260) ?? 1;
    map.append(draw('path', { class: 'scale', d: `M${width - 20 - far / 111.2 * degree} 24v8H${width - 20}v-8` }),
      draw('text', { x: width - 26, y: 20, class: 'scale' }, `${far} ${at.dataset.km}`));
    $('figure', at).append(map);
    // Of the places at a point, each has its name once, one below the other.
    const named = new Map();
    return sheets.map((sheet, index) => {
      if (!points[index]) return;
      const [north, east] = points[index], place = cell(sheet, 'territory')?.textContent ?? '';
      const point = draw('a', { href: '#' + sheet.id, tabindex: -1 });
      point.append(draw('circle', { cx: x(east), cy: y(north), r: 9 }), draw('title', {}, `${title(sheet)} – ${place}`));
      const here = named.get(String(points[index])) ?? named.set(String(points[index]), []).get(String(points[index]));
      if (!here.includes(place)) point.append(draw('text', { x: x(east) + 14, y: y(north) + 5 + 18 * (here.push(place) - 1) }, place));
      map.append(point);
      const line = make('li');
      line.append(link(sheet), make('span', place));
      $('ol', at).append(line);
      return { set hidden(is) { line.hidden = is; point.classList.toggle('off', is); } };
    });
  },
};
function show(name) {
  view = views[name] && $('#' + name) ? name : '';
  $(`[name=view][value="${view}"]`).checked = true;
  for (const at of ['cards', ...Object.keys(views)]) {
    if ($('#' + at)) $('#' + at).hidden = at !== (view || 'cards');
  }
  if (view && !built[view]) {
    built[view] = views[view]($('#' + view));
    built[view].forEach((row, index) => { if (row) row.hidden = !visible[index]; });
  }
}

// The address says what is seen: `#q=forum&tool=Maquette&view=table`, or `#id` for one sheet.
function write() {
  clearTimeout(written);
  written = setTimeout(() => {
    const said = new URLSearchParams();
    if (query.value) said.set('q', query.value);
    for (const { name, boxes } of facets) for (const box of boxes) if (box.checked) said.append(name, box.value);
    if (view) said.set('view', view);
    history.replaceState(null, '', '#' + said);
  }, 300);
}
function read() {
  const hash = location.hash.slice(1), sheet = hash && !hash.includes('=') && document.getElementById(hash);
  if (sheet && sheets.includes(sheet)) return open(sheet);
  const said = new URLSearchParams(hash);
  query.value = said.get('q') ?? '';
  for (const { name, boxes } of facets) for (const box of boxes) box.checked = said.getAll(name).includes(box.value);
  update();
  show(said.get('view'));
}
function clear() {
  query.value = '';
  for (const box of boxes) box.checked = false;
  update();
}
function open(sheet) {
  if (sheet.hidden) clear();
  show('');
  const whole = $('details', sheet);
  if (whole) whole.open = true;
  sheet.scrollIntoView();
}

query.addEventListener('input', () => { update(); write(); });
$('search').addEventListener('change', () => { update(); write(); });
$('#all').addEventListener('click', () => { clear(); write(); });
$('.views').addEventListener('change', event => { show(event.target.value); write(); });
addEventListener('hashchange', read);
// A sheet that was opened can be printed alone.
cards.addEventListener('toggle', event => {
  const sheet = event.target.closest('article');
  if ($('.print', sheet)) return;
  const button = make('button', cards.dataset.print, 'print');
  button.addEventListener('click', () => {
    sheet.classList.add('alone');
    print();
    sheet.classList.remove('alone');
  });
  $('.whole', sheet).append(button);
}, true);
const roomy = matchMedia('(min-width: 60rem)');
const fit = () => { filters.open = roomy.matches; };
roomy.addEventListener('change', fit);
fit();
$('search').hidden = $('.bar').hidden = false;
read();
// Texts are folded before anybody searches, a few at a time.
const idle = window.requestIdleCallback ?? (work => setTimeout(work, 50));
let folded = 0;
(function prepare() {
  for (const end = folded + 40; folded < end && folded < sheets.length; folded++) text(folded);
  if (folded < sheets.length) idle(prepare);
})();
}
