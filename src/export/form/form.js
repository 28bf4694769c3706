'use strict';
{
const $ = (what, at = document) => at.querySelector(what);
const $$ = (what, at = document) => [...at.querySelectorAll(what)];
const { id, rev } = document.body.dataset;
const words = $('#words').dataset;
const questions = $$('.question');
const fields = question => $$('input, textarea, select', question);
const say = (at, text) => { if (at && at.textContent !== text) at.textContent = text; };

// A text as YAML writes it within quotation marks: as JSON does, and nothing that a reader may act on.
const quoted = text => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/g, letter =>
  letter >= '\ud800' && letter <= '\udfff' ? letter : '\\u' + letter.charCodeAt().toString(16).padStart(4, '0'));
const indented = (lines, by) => lines.map(line => ' '.repeat(by) + line);

// The lines below its key, or the text beside it; nothing where nothing is answered.
function answer(question) {
  if (question.dataset.look !== 'rows') {
    const text = $('input, textarea, select', question).value.trim();
    return text ? [quoted(text)] : [];
  }
  return $$('li', question).flatMap(row => {
    const parts = fields(row).map(field => [field.dataset.part, field.value.trim()]).filter(part => part[1]);
    const { needs } = question.dataset;
    if (!parts.length || needs && !parts.some(([part]) => part === needs)) return [];
    const rest = (row.dataset.rest ?? '').split('\n').filter(Boolean);
    if (parts.length === 1 && !rest.length && ['', 'name'].includes(parts[0][0])) return ['- ' + quoted(parts[0][1])];
    const lines = [...parts.map(([part, text]) => `${part}: ${quoted(text)}`), ...rest];
    return ['- ' + lines[0], ...indented(lines.slice(1), 2)];
  });
}
const before = new Map(questions.map(question => [question, answer(question).join('\n')]));

// The sheet as a text: of one that is known, what was changed alone.
function yaml() {
  const lines = id ? [`id: ${quoted(id)}`, `_rev: ${quoted(rev)}`] : [];
  const groups = new Map(), seen = [];
  for (const question of questions) {
    const said = answer(question);
    if (said.join('\n') === before.get(question)) continue;
    if (question.dataset.seen) seen.push(`${question.dataset.key}: ${quoted(question.dataset.seen)}`);
    const [key, below] = question.dataset.key.split('.'), name = below ?? key;
    const list = question.dataset.look === 'rows' && said.length;
    const pair = list ? [`${name}:`, ...indented(said, 2)] : [`${name}: ${said[0] ?? 'null'}`];
    if (!below) { lines.push(...pair); continue; }
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(...indented(pair, 2));
  }
  for (const [key, pairs] of groups) lines.push(`${key}:`, ...pairs);
  // What the form was given of what it changes, so that another change of the same is noticed.
  if (id) lines.push(seen.length ? '_seen:' : '_seen: {}', ...indented(seen, 2));
  return lines.join('\n') + '\n';
}

// What can be told while it is typed; all else is told when it is imported.
const month = /\b(jan|f[eé]v|feb|mar|avr|apr|ma[iy]|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[eé]c|printemps|[eé]t[eé]|automne|hiver|spring|summer|autumn|winter|trimestre|semestre|quarter|half|d[eé]but|fin\b|mi-)/i;
const day = text => {
  const [, year, at, on] = text.match(/^(\d{4})-(\d\d)-(\d\d)$/) ?? [];
  const [, first, middle, last] = text.match(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/) ?? [];
  const date = year ? [+year, +at, +on] : last ? [+last, +middle, +first] : undefined;
  const made = date && new Date(Date.UTC(date[0], date[1] - 1, date[2]));
  return !made ? undefined : made.getUTCMonth() === date[1] - 1 ? made.getTime() : NaN;
};
const checks = {
  count: text => /^\D{0,12}\d[\d\s.,'’]*\D{0,20}$/.test(text),
  date: text => { const known = day(text); return known === undefined ? /^~?(19|20)\d\d(-\d\d)?~?$/.test(text) || /\d{4}/.test(text) && month.test(text) || /^\d\d?[./]\d{4}$/.test(text) : known === known; },
  duration: text => /\d|^une?\b|^(a|one)\b/i.test(text) && /(jour|semaine|mois|an|day|week|month|year)/i.test(text),
  cost: text => /\d/.test(text) || /gratuit|free|b[eé]n[eé]vol/i.test(text),
  effort: text => /\d/.test(text) && /(j|h|day)/i.test(text),
};
function check(question) {
  const said = $('.said', question), field = $('input', question);
  if (!said || !field) return;
  const text = field.value.trim(), checked = checks[question.dataset.check];
  const odd = text && checked && !checked(text);
  say(said, odd ? `${words.check} ${said.dataset.example}` : '');
  if (question.dataset.key === 'dates.start' || question.dataset.key === 'dates.end') {
    const [from, to] = ['dates.start', 'dates.end'].map(key => day(document.getElementById(key).value.trim()));
    if (from > to) say($('.said', document.getElementById('dates.end').parentNode), words.order);
  }
}

// Whoever fills in the last line of a list is given one more.
function grow(question) {
  const rows = $$('li', question), last = rows.at(-1);
  if (!last || !fields(last).some(field => field.value)) return;
  const more = last.cloneNode(true);
  delete more.dataset.rest;
  fields(more).forEach(field => { field.value = ''; });
  last.after(more);
}

// Answers are kept in this browser alone, where it lets a page keep any.
const place = `sheet-form:${location.pathname}:${id}:${rev}`;
const kept = {
  read() { try { return JSON.parse(localStorage.getItem(place)) ?? {}; } catch { return {}; } },
  write(answers) { try { localStorage.setItem(place, JSON.stringify(answers)); } catch { /* it is full, or not allowed */ } },
  remove() { try { localStorage.removeItem(place); } catch { /* as above */ } },
};
function restore() {
  const answers = kept.read();
  for (const question of questions) {
    const values = answers[question.dataset.key];
    for (let at = 0; values && at < values.length; at++) {
      if (!fields(question)[at]) grow(question);
      const field = fields(question)[at];
      if (field) field.value = values[at];
    }
    grow(question);
    check(question);
  }
}

function update() {
  const answered = questions.filter(question => answer(question).length).length;
  const { words: noun, of } = $('#progress').dataset;
  say($('#progress'), `${answered} ${noun} ${of} ${questions.length}`);
  const lacking = questions.filter(question => 'required' in question.dataset && !answer(question).length)
    .map(question => $('label', question).firstChild.textContent.trim());
  say($('#missing'), lacking.length ? `${$('#missing').dataset.words} ${lacking.join(', ')}` : '');
  $('#text').value = yaml();
}
document.addEventListener('input', event => {
  const question = event.target.closest('.question');
  if (!question) return;
  grow(question);
  if ($('.said', question)?.textContent) check(question);
  kept.write(Object.fromEntries(questions.map(question => [question.dataset.key, fields(question).map(field => field.value)])));
  update();
});
document.addEventListener('change', event => {
  const question = event.target.closest('.question');
  if (question) check(question);
});
$('#download').addEventListener('click', () => {
  const title = document.getElementById('title').value || 'fiche';
  const name = id || title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'fiche';
  const link = document.createElement('a'), address = URL.createObjectURL(new Blob([yaml()], { type: 'application/yaml' }));
  link.href = address;
  link.download = name + '.yaml';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
});
$('#copy').addEventListener('click', async () => {
  const text = $('#text');
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    text.closest('details').open = true;
    text.select();
    document.execCommand('copy');
  }
  say($('#done'), $('#copy').dataset.done);
});
$('#delete').addEventListener('click', () => {
  if (!confirm($('#delete').dataset.sure)) return;
  kept.remove();
  location.reload();
});
restore();
update();
}
